#include "suite.hpp"
#include "units.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_second_of_audio_is_75_blocks) {
  const auto bytes = samples_per_second * bytes_per_sample;

  const auto length = Blocks::holding(bytes);

  ck_assert_int_eq(bytes, 176400);
  assert_blocks(length, 75);
  ck_assert_int_eq(length.bytes(), bytes);
}

REDBOOK_TEST(test_one_sample_more_takes_one_block_more) {
  const auto bytes = (samples_per_second + 1) * bytes_per_sample;

  const auto length = Blocks::holding(bytes);

  assert_blocks(length, 76);
  ck_assert_int_eq(length.samples() - (samples_per_second + 1), 587);
  assert_blocks(Blocks::whole(bytes), 75);
}

REDBOOK_TEST(test_no_bytes_take_no_blocks) {
  assert_blocks(Blocks::holding(0), 0);
  assert_blocks(Blocks::holding(1), 1);
  assert_blocks(Blocks::holding(2352), 1);
  assert_blocks(Blocks::holding(2353), 2);
  assert_blocks(Blocks::whole(2351), 0);
  assert_blocks(Blocks::whole(2352), 1);
}

REDBOOK_TEST(test_places_are_spelled_as_drives_spell_them) {
  const struct {
    int lba;
    const char *msf;
  } places[] = {
      {-150, "00:00:00"},   {-1, "00:01:74"},     {0, "00:02:00"},
      {332850, "74:00:00"}, {359849, "79:59:74"}, {319725, "71:05:00"},
      {398099, "88:29:74"}, {449849, "99:59:74"}, {-151, "99:59:74"},
      {-11849, "97:24:01"}, {-22650, "95:00:00"},
  };

  for (const auto &place : places)
    assert_text(to_string(Msf::of(Lba{place.lba})), place.msf);
}

REDBOOK_TEST(test_lengths_are_spelled_without_an_offset) {
  const struct {
    int blocks;
    const char *msf;
  } lengths[] = {
      {0, "00:00:00"},   {1, "00:00:01"},      {74, "00:00:74"},
      {75, "00:01:00"},  {4499, "00:59:74"},   {4500, "01:00:00"},
      {150, "00:02:00"}, {359849, "79:57:74"}, {450000, "100:00:00"},
  };

  for (const auto &length : lengths)
    assert_text(to_string(Msf::of(Blocks{length.blocks})), length.msf);
}

REDBOOK_TEST(test_every_length_survives_its_spelling) {
  for (std::int64_t blocks = 0; blocks < 450000; blocks += 7)
    ck_assert_int_eq(Msf::of(Blocks{blocks}).length().count(), blocks);
}

REDBOOK_TEST(test_lengths_and_places_reckon) {
  const Lba start{1000};
  auto length = Blocks{300};

  length += Blocks{50};
  length -= Blocks{1};

  assert_blocks(length, 349);
  ck_assert_int_eq((start + length).value(), 1349);
  ck_assert_int_eq((start - length).value(), 651);
  assert_blocks((start + length) - start, 349);
  assert_blocks(Blocks{98} * 150, 14700);
  ck_assert(Blocks{1} < Blocks{2} && Lba{-150} < Lba{0});
}
