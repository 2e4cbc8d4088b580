#include "cdtext_files.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_other_lengths_are_found) {
  const std::string wrong =
      "CD-TEXT: the length is no whole number of packs up to 2048.\n";
  const auto bare = file_of(two_languages());

  assert_text(found_in(File{}), wrong);
  assert_text(found_in(bytes({0})), wrong);
  assert_text(found_in(bytes({0, 2, 0, 0})), wrong);
  assert_text(found_in(bare + bytes({1})), wrong);
  assert_text(found_in(bytes({0, 0, 0, 0}) + bare).substr(0, wrong.size()), wrong);
}

REDBOOK_TEST(test_one_wrong_bit_is_found_by_the_crc) {
  const auto good = file_of({{english_block()}, {}});
  for (std::size_t bit = 0; bit < 8 * good.size(); ++bit) {
    auto file = good;
    file[bit / 8] ^= static_cast<std::byte>(1U << bit % 8);
    const auto decoded = decode_cdtext(file);
    ck_assert(!decoded.findings.empty());
    ck_assert(decoded.findings[0].fault == PackFault::crc);
    ck_assert_int_eq(decoded.findings[0].pack,
                     static_cast<int>(bit / 8 / bytes_per_pack));
  }
}

REDBOOK_TEST(test_a_broken_pack_costs_its_texts_only) {
  auto file = file_of({{english_block()}, {}});
  set_byte(file, 1, 10, 'X');

  const auto decoded = decode_cdtext(file);

  assert_text(found_in(decoded),
              "Pack 2: its CRC is wrong.\n"
              "Language 1: the pack with number 1 is missing.\n");
  assert_text(difference_of({{english_block()}, {}}, decoded.set),
              "title of track 1: Track One | \n"
              "title of track 2: Track Two | \n");
}

REDBOOK_TEST(test_the_end_of_a_lost_text_is_no_text) {
  auto file = file_of({{english_block()}, {}});
  set_byte(file, 0, 10, 'X');

  const auto decoded = decode_cdtext(file);

  assert_text(difference_of({{english_block()}, {}}, decoded.set),
              "title of the disc: Disc | \ntitle of track 1: Track One | \n");
}

REDBOOK_TEST(test_packs_that_do_not_belong_are_named) {
  auto file = file_of({{english_block()}, {}});
  forge(file, 0, 0, 0x7f);
  forge(file, 4, 1, 0x80);
  forge(file, 6, 2, 5);

  assert_text(found_in(file).substr(0, 130),
              "Pack 1: its type is unknown.\n"
              "Pack 5: it is of an unknown extension.\n"
              "Pack 7: its number in the block came before.\n"
              "Language 1: the p");
}

REDBOOK_TEST(test_missing_size_information_is_found) {
  auto file = file_of({{english_block()}, {}});
  remove_pack(file, 8);

  const auto decoded = decode_cdtext(file);

  assert_text(found_in(decoded),
              "Language 1: the size information is not whole.\n"
              "Language 1: the pack with number 8 is missing.\n");
  assert_text(decoded.set.blocks.at(0).tracks.at(2).texts.title, "Track Three");
}

REDBOOK_TEST(test_wrong_size_information_is_found) {
  auto file = file_of({{english_block()}, {}});
  forge(file, 7, 8, 9);

  assert_text(found_in(file),
              "Language 1: the size information does not agree with the packs.\n");
}

REDBOOK_TEST(test_wrong_headers_are_found) {
  auto file = file_of({{english_block()}, {}});
  forge(file, 1, 1, 2);
  forge(file, 2, 3, 3);
  forge(file, 5, 3, 0x85);

  assert_text(found_in(file),
              "Pack 2: its header does not agree with its text.\n"
              "Pack 3: its header does not agree with its text.\n"
              "Pack 6: its header does not agree with its text.\n");
}

REDBOOK_TEST(test_a_text_for_a_track_too_many_is_found) {
  auto file = file_of({{english_block()}, {}});
  forge(file, 3, 10, 'X');

  assert_text(found_in(file), "Pack 4: it has texts for more tracks than there are.\n");
}

REDBOOK_TEST(test_a_text_without_end_is_found) {
  auto file = file_of({{titled("A", {"B"})}, {}});
  for (std::size_t at = 6; at < 16; ++at) forge(file, 0, at, 'X');

  assert_text(found_in(file), "Pack 1: the texts of its type end too early.\n");
}

REDBOOK_TEST(test_a_tab_with_nothing_before_is_found) {
  auto file = file_of({{titled("A", {"B", "C"})}, {}});
  forge(file, 0, 6, '\t');

  const auto decoded = decode_cdtext(file);

  assert_text(found_in(decoded),
              "Pack 1: it repeats a text where there is none before.\n");
  assert_text(decoded.set.blocks.at(0).tracks.at(0).texts.title, "");
}

REDBOOK_TEST(test_an_unknown_character_code_is_found) {
  auto file = file_of({{english_block()}, {}});
  forge(file, 7, 4, 0x81);

  const auto decoded = decode_cdtext(file);

  assert_text(found_in(decoded), "Language 1: the character code is unknown.\n");
  assert_text(decoded.set.blocks.at(0).disc.title, "");
}

REDBOOK_TEST(test_genre_code_in_each_pack_is_understood) {
  auto block = titled("A", {"B"});
  block.genre_code = 0x0e;
  block.genre = "0123456789__abc";
  auto file = file_of({{block}, {}});
  forge(file, 2, 4, 0);
  forge(file, 2, 5, 0x0e);

  assert_text(decode_cdtext(file).set.blocks.at(0).genre, "0123456789abc");
}

REDBOOK_TEST(test_single_bytes_among_japanese_are_understood) {
  auto file = file_of({{japanese_block()}, {}});
  for (std::size_t at = 4; at < 10; ++at) forge(file, 0, at, "Sakura"[at - 4]);

  assert_text(decode_cdtext(file).set.blocks.at(0).disc.title, "Sakura");
}

REDBOOK_TEST(test_each_difference_is_named) {
  auto other = with_everything();
  other.blocks[0].language = Language::french;
  other.blocks[0].genre_code = 1;
  other.blocks[0].tracks[1].isrc = "";
  other.blocks[1].tracks.pop_back();
  other.blocks[1].tracks[0].texts.title = "Größe?";
  other.toc->lead_out = Lba{72151};

  assert_text(difference_of(with_everything(), other),
              "in language 1, language: English (09) | French (0f)\n"
              "in language 1, genre code: 23 | 1\n"
              "in language 1, ISRC of track 2: XYBLG1101234 | \n"
              "in language 2, number of tracks: 3 | 2\n"
              "in language 2, title of track 1: Größe | Größe?\n"
              "lead-out: 16:04:00 | 16:04:01\n");
}
