#include "cdtext/block_texts.hpp"
#include "cdtext_sets.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr EncodingOptions shortening{.repeats = Repeats::automatic,
                                     .overflow = Overflow::shorten};

}  // namespace

REDBOOK_TEST(test_255_packs_are_no_matter) {
  const auto encoded = encode(full_set(53));

  ck_assert_uint_eq(encoded.packs.size(), 255);
  ck_assert_int_eq(encoded.packs.back().header().sequence, 0xfe);
}

// libburn refuses these.
REDBOOK_TEST(test_256_packs_are_the_most) {
  for (const std::size_t length : {std::size_t{54}, std::size_t{65}}) {
    const auto encoded = encode(full_set(length));

    ck_assert_uint_eq(encoded.packs.size(), 256);
    ck_assert_int_eq(encoded.packs.back().header().sequence, 0xff);
  }
}

REDBOOK_TEST(test_257_packs_are_refused) {
  const auto error = error_of([] { encode(full_set(66)); });

  assert_text(
      error.what(),
      "The CD-TEXT in language 1 (English) needs 257 packs, and a disc holds 256: it "
      "is too long by up to 12 bytes.");
}

REDBOOK_TEST(test_257_packs_can_be_shortened) {
  const auto encoded = encode(full_set(66), shortening);

  ck_assert_uint_eq(encoded.packs.size(), 256);
  ck_assert_uint_eq(encoded.changes.size(), 1);
  assert_text(to_string(encoded.changes[0].place), "title of the disc");
  assert_text(encoded.changes[0].after, std::string(65, 'D'));
}

REDBOOK_TEST(test_all_long_texts_are_cut_to_one_length) {
  auto set = full_set(10);
  for (std::size_t i = 0; i < 20; ++i)
    set.blocks[0].tracks[i].texts.message =
        std::string(100 + i, static_cast<char>('a' + i));

  const auto encoded = encode(set, shortening);

  ck_assert_uint_eq(encoded.packs.size(), 249);
  for (const auto &change : encoded.changes)
    ck_assert_uint_eq(change.after.size(), encoded.changes.front().after.size());
}

REDBOOK_TEST(test_tabs_are_used_where_nothing_else_fits) {
  auto set = full_set(10);
  for (auto &track : set.blocks[0].tracks) track.texts.title.resize(20);
  set_performer(set.blocks[0], "The Same Orchestra");

  const auto encoded = encode(set);

  ck_assert_uint_eq(encoded.packs.size(), 198);
  ck_assert(encoded.changes.empty());
  ck_assert(encoded.set == set);
}

REDBOOK_TEST(test_codes_are_never_cut) {
  auto set = full_set(300);
  for (auto &track : set.blocks[0].tracks) track.isrc = "XYBLG1101234";
  set.blocks[0].mcn = "1234567890128";
  set.blocks[0].closed_info = std::string(3000, 'c');

  const auto encoded = encode(set, shortening);

  for (const auto &track : encoded.set.blocks[0].tracks)
    assert_text(track.isrc, "XYBLG1101234");
}

REDBOOK_TEST(test_what_cannot_be_cut_is_refused) {
  auto set = full_set(1);
  for (auto &track : set.blocks[0].tracks) track.isrc = std::string(40, 'X');

  ck_assert(error_of([&] { encode(set, shortening); }).fault() == Fault::layout);
}

REDBOOK_TEST(test_characters_out_of_the_code_are_refused) {
  for (const auto *title :
       {"Лебедь", "\t", "A\tB", "A\nB", "A\u0085B", "A\x7f", "\xff", "あ"}) {
    const auto error = error_of([&] { encode({{titled("Disc", {"One", title})}, {}}); });

    assert_text(error.what(),
                "The title of track 2 has characters that CD-TEXT cannot hold.");
  }
}

REDBOOK_TEST(test_sets_that_are_no_disc_are_refused) {
  CdTextSet nine;
  nine.blocks.resize(9, titled("D", {"T"}));
  auto late = titled("D", {"T", "T"});
  late.first_track = 99;

  for (const auto &set :
       {CdTextSet{}, nine, CdTextSet{{titled("D", {})}, {}}, CdTextSet{{late}, {}},
        CdTextSet{{titled("D", std::vector<std::string>(100, "T"))}, {}},
        CdTextSet{{english_block()}, CdTextToc{1, {}, {}}},
        CdTextSet{{english_block()}, CdTextToc{1, {Lba{-151}}, {}}},
        CdTextSet{{english_block()}, CdTextToc{1, {Lba{0}}, Lba{449850}}}})
    ck_assert(error_of([&] { encode(set); }).fault() == Fault::layout);
}

REDBOOK_TEST(test_a_set_without_texts_is_its_size) {
  ck_assert_uint_eq(encode({{titled("", {"", ""})}, {}}).packs.size(), 3);
}

REDBOOK_TEST(test_crc_has_the_check_value) {
  const std::string check{"123456789"};

  ck_assert_uint_eq(inverted_crc16(std::as_bytes(std::span{check})), 0xCE3C);
}
