#include "cdtext/decoder.hpp"
#include "cdtext_sets.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

using File = std::vector<std::byte>;

File file_of(const CdTextSet &set, Repeats repeats = Repeats::full) {
  return encode(set, {.repeats = repeats, .overflow = Overflow::refuse}).bytes();
}

std::string found_in(const DecodedCdText &decoded) {
  std::string lines;
  for (const auto &finding : decoded.findings) lines += to_string(finding) + '\n';
  return lines;
}

std::string found_in(const File &file) { return found_in(decode_cdtext(file)); }

std::string difference_of(const CdTextSet &a, const CdTextSet &b) {
  std::string lines;
  for (const auto &[what, first, second] : differences(a, b))
    lines += what + ": " + first + " | " + second + '\n';
  return lines;
}

// All that `set` is comes back, and nothing is found.
void assert_comes_back(const CdTextSet &set, const EncodingOptions &options = {}) {
  const auto encoded = encode(set, options);
  const auto decoded = decode_cdtext(encoded.bytes());
  if (decoded.set == encoded.set && decoded.findings.empty()) return;
  assert_text(found_in(decoded), "");
  assert_text(difference_of(encoded.set, decoded.set), "");
  ck_assert(decoded.set == encoded.set);
}

CdTextSet two_languages() { return {{english_block(), german_block()}, {}}; }

void set_byte(File &file, std::size_t pack, std::size_t at, unsigned value) {
  file.at(pack * bytes_per_pack + at) = static_cast<std::byte>(value);
}

// Changes a byte of a pack and makes its CRC right again.
void forge(File &file, std::size_t pack, std::size_t at, unsigned value) {
  set_byte(file, pack, at, value);
  const auto bytes = Bytes{file}.subspan(pack * bytes_per_pack, bytes_per_pack);
  const auto crc = inverted_crc16(bytes.first(16));
  set_byte(file, pack, 16, crc >> 8U);
  set_byte(file, pack, 17, crc & 0xffU);
}

void remove_pack(File &file, std::size_t pack) {
  const auto start = file.begin() + static_cast<std::ptrdiff_t>(pack * bytes_per_pack);
  file.erase(start, start + bytes_per_pack);
}

File operator+(File front, const File &back) {
  front.insert(front.end(), back.begin(), back.end());
  return front;
}

File bytes(std::initializer_list<unsigned> values) {
  File file;
  for (const auto value : values) file.push_back(static_cast<std::byte>(value));
  return file;
}

CdTextSet with_everything() {
  auto set = two_languages();
  auto &block = set.blocks[0];
  block.disc = {"T", "P", "S", "C", "R", "M"};
  block.disc_id = "XY 1";
  block.genre_code = 0x17;
  block.genre = "Rock of the 60s";
  block.closed_info = "Übung";
  block.mcn = "1234567890128";
  block.tracks[1].isrc = "XYBLG1101234";
  block.copyrighted = true;
  set.toc = CdTextToc{1, {Lba{0}, Lba{22650}, Lba{45150}}, Lba{72150}};
  return set;
}

CdTextBlock japanese_block() {
  auto block = titled("さくら", {"あ", "", "東京", "東京"});
  block.character_code = CharacterCode::ms_jis;
  block.language = Language::japanese;
  block.mcn = "1234567890128";
  block.disc_id = "XY";
  block.genre = "odd";
  block.genre_code = 20;
  block.tracks[1].isrc = "XYBLG1101234";
  block.closed_info = "ÄÖÜ";
  return block;
}

std::string random_text(Lottery &lottery) {
  std::string text;
  for (int i = lottery.draw(lottery.one_in(8) ? 120 : 20); i > 0; --i)
    text += lottery.one_in(4) ? "ü"
                              : std::string(1, static_cast<char>('A' + lottery.draw(26)));
  return text;
}

CdTextSet random_set(Lottery &lottery) {
  CdTextSet set;
  for (int i = 1 + lottery.draw(2); i > 0; --i)
    set.blocks.push_back(titled(
        "", std::vector<std::string>(static_cast<std::size_t>(1 + lottery.draw(6)))));
  for (const auto &place : places_in(set))
    if (code_for(place.type, CharacterCode::latin_1) == CharacterCode::latin_1)
      text_at(set, place) = lottery.one_in(3) ? "" : random_text(lottery);
  return set;
}

}  // namespace

START_TEST(test_everything_comes_back) { assert_comes_back(with_everything()); }
END_TEST

START_TEST(test_repeats_come_back_in_full) {
  assert_comes_back(two_languages(),
                    {.repeats = Repeats::tab, .overflow = Overflow::refuse});
}
END_TEST

START_TEST(test_japanese_comes_back) {
  assert_comes_back({{japanese_block()}, {}});
  assert_comes_back({{japanese_block()}, {}},
                    {.repeats = Repeats::tab, .overflow = Overflow::refuse});
}
END_TEST

START_TEST(test_a_double_tab_is_one_character) {
  auto block = titled("七文字の題名だ", {"ああああ", "ああああ", "ああああ", "いい"});
  block.character_code = CharacterCode::ms_jis;
  for (std::size_t length = 0; length < 7; ++length) {
    block.disc.title = block.disc.title.substr(3);
    assert_comes_back({{block}, {}},
                      {.repeats = Repeats::tab, .overflow = Overflow::refuse});
  }
}
END_TEST

START_TEST(test_eight_languages_come_back) {
  CdTextSet set;
  set.blocks.resize(8, german_block());
  assert_comes_back(set);
}
END_TEST

START_TEST(test_full_disc_comes_back) { assert_comes_back(full_set(65)); }
END_TEST

START_TEST(test_tracks_may_begin_late) {
  auto block = english_block();
  block.first_track = 97;
  assert_comes_back({{block}, {}});
}
END_TEST

START_TEST(test_10000_random_sets_come_back) {
  Lottery lottery{20};
  for (int i = 0; i < 10000; ++i) {
    const auto set = random_set(lottery);
    assert_comes_back(set, {.repeats = i % 2 == 0 ? Repeats::tab : Repeats::automatic,
                            .overflow = Overflow::shorten});
  }
}
END_TEST

START_TEST(test_three_kinds_of_files_are_read) {
  const auto bare = file_of(two_languages());
  const auto size = static_cast<unsigned>(bare.size()) + 2;

  for (const auto &file :
       {bare, bytes({size >> 8U, size & 0xffU, 0, 0}) + bare, bare + bytes({0})}) {
    const auto decoded = decode_cdtext(file);

    assert_text(found_in(decoded), "");
    ck_assert(decoded.set == two_languages());
  }
}
END_TEST

START_TEST(test_other_lengths_are_found) {
  const std::string wrong =
      "CD-TEXT: the length is no whole number of packs up to 2048.\n";
  const auto bare = file_of(two_languages());

  assert_text(found_in(File{}), wrong);
  assert_text(found_in(bytes({0})), wrong);
  assert_text(found_in(bytes({0, 2, 0, 0})), wrong);
  assert_text(found_in(bare + bytes({1})), wrong);
  assert_text(found_in(bytes({0, 0, 0, 0}) + bare).substr(0, wrong.size()), wrong);
}
END_TEST

START_TEST(test_one_wrong_bit_is_found_by_the_crc) {
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
END_TEST

START_TEST(test_a_broken_pack_costs_its_texts_only) {
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
END_TEST

START_TEST(test_the_end_of_a_lost_text_is_no_text) {
  auto file = file_of({{english_block()}, {}});
  set_byte(file, 0, 10, 'X');

  const auto decoded = decode_cdtext(file);

  assert_text(difference_of({{english_block()}, {}}, decoded.set),
              "title of the disc: Disc | \ntitle of track 1: Track One | \n");
}
END_TEST

START_TEST(test_packs_that_do_not_belong_are_named) {
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
END_TEST

START_TEST(test_missing_size_information_is_found) {
  auto file = file_of({{english_block()}, {}});
  remove_pack(file, 8);

  const auto decoded = decode_cdtext(file);

  assert_text(found_in(decoded),
              "Language 1: the size information is not whole.\n"
              "Language 1: the pack with number 8 is missing.\n");
  assert_text(decoded.set.blocks.at(0).tracks.at(2).texts.title, "Track Three");
}
END_TEST

START_TEST(test_wrong_size_information_is_found) {
  auto file = file_of({{english_block()}, {}});
  forge(file, 7, 8, 9);

  assert_text(found_in(file),
              "Language 1: the size information does not agree with the packs.\n");
}
END_TEST

START_TEST(test_wrong_headers_are_found) {
  auto file = file_of({{english_block()}, {}});
  forge(file, 1, 1, 2);
  forge(file, 2, 3, 3);
  forge(file, 5, 3, 0x85);

  assert_text(found_in(file),
              "Pack 2: its header does not agree with its text.\n"
              "Pack 3: its header does not agree with its text.\n"
              "Pack 6: its header does not agree with its text.\n");
}
END_TEST

START_TEST(test_a_text_for_a_track_too_many_is_found) {
  auto file = file_of({{english_block()}, {}});
  forge(file, 3, 10, 'X');

  assert_text(found_in(file), "Pack 4: it has texts for more tracks than there are.\n");
}
END_TEST

START_TEST(test_a_text_without_end_is_found) {
  auto file = file_of({{titled("A", {"B"})}, {}});
  for (std::size_t at = 6; at < 16; ++at) forge(file, 0, at, 'X');

  assert_text(found_in(file), "Pack 1: the texts of its type end too early.\n");
}
END_TEST

START_TEST(test_a_tab_with_nothing_before_is_found) {
  auto file = file_of({{titled("A", {"B", "C"})}, {}});
  forge(file, 0, 6, '\t');

  const auto decoded = decode_cdtext(file);

  assert_text(found_in(decoded),
              "Pack 1: it repeats a text where there is none before.\n");
  assert_text(decoded.set.blocks.at(0).tracks.at(0).texts.title, "");
}
END_TEST

START_TEST(test_an_unknown_character_code_is_found) {
  auto file = file_of({{english_block()}, {}});
  forge(file, 7, 4, 0x81);

  const auto decoded = decode_cdtext(file);

  assert_text(found_in(decoded), "Language 1: the character code is unknown.\n");
  assert_text(decoded.set.blocks.at(0).disc.title, "");
}
END_TEST

START_TEST(test_genre_code_in_each_pack_is_understood) {
  auto block = titled("A", {"B"});
  block.genre_code = 0x0e;
  block.genre = "0123456789__abc";
  auto file = file_of({{block}, {}});
  forge(file, 2, 4, 0);
  forge(file, 2, 5, 0x0e);

  assert_text(decode_cdtext(file).set.blocks.at(0).genre, "0123456789abc");
}
END_TEST

START_TEST(test_single_bytes_among_japanese_are_understood) {
  auto file = file_of({{japanese_block()}, {}});
  for (std::size_t at = 4; at < 10; ++at) forge(file, 0, at, "Sakura"[at - 4]);

  assert_text(decode_cdtext(file).set.blocks.at(0).disc.title, "Sakura");
}
END_TEST

START_TEST(test_each_difference_is_named) {
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
END_TEST

int main() {
  return run("cdtext_decoder", {test_everything_comes_back,
                                test_repeats_come_back_in_full,
                                test_japanese_comes_back,
                                test_a_double_tab_is_one_character,
                                test_eight_languages_come_back,
                                test_full_disc_comes_back,
                                test_tracks_may_begin_late,
                                test_10000_random_sets_come_back,
                                test_three_kinds_of_files_are_read,
                                test_other_lengths_are_found,
                                test_one_wrong_bit_is_found_by_the_crc,
                                test_a_broken_pack_costs_its_texts_only,
                                test_the_end_of_a_lost_text_is_no_text,
                                test_packs_that_do_not_belong_are_named,
                                test_missing_size_information_is_found,
                                test_wrong_size_information_is_found,
                                test_wrong_headers_are_found,
                                test_a_text_for_a_track_too_many_is_found,
                                test_a_text_without_end_is_found,
                                test_a_tab_with_nothing_before_is_found,
                                test_an_unknown_character_code_is_found,
                                test_genre_code_in_each_pack_is_understood,
                                test_single_bytes_among_japanese_are_understood,
                                test_each_difference_is_named});
}
