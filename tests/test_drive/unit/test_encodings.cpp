// Q frames, CD-TEXT groups, places.

#include "test_drive/crc.hpp"
#include "test_drive/text_groups.hpp"
#include "test_drive/unit/support.hpp"

using namespace redbook::drive;

REDBOOK_TEST(test_crc_check_value) {
  const std::string text = "123456789";
  const Bytes bytes{text.begin(), text.end()};

  ck_assert_uint_eq(crc_16(bytes), 0xCE3C);
}

REDBOOK_TEST(test_q_frames_are_the_vectors) {
  const QSpeller speller;

  const auto position = speller.position({0, 1, 1, 0, Lba{0}});
  const auto mcn = speller.catalogue("1234567890128", Lba{10 - 150});
  const auto isrc = speller.isrc(0, "XYBLG1101234", Lba{10 - 150});

  assert_text(text_of(position), "010101000000000002005a28");
  assert_text(text_of(mcn), "02123456789012800010071f");
  assert_text(text_of(isrc), "03a2949c5c1101234010f20b");
}

REDBOOK_TEST(test_codes_come_back_from_q_frames) {
  const QSpeller speller;

  const auto mcn = catalogue_of(speller.catalogue("5051234567890", Lba{7}));
  const auto isrc = isrc_of(speller.isrc(2, "GBAYA0601100", Lba{7}));

  ck_assert_str_eq(mcn.data(), "5051234567890");
  ck_assert_str_eq(isrc.data(), "GBAYA0601100");
}

REDBOOK_TEST(test_damaged_q_frame_tells_no_code) {
  auto frame = QSpeller{}.catalogue("5051234567890", Lba{7});

  frame[3] ^= 1;

  ck_assert_int_eq(catalogue_of(frame)[0], 0);
}

REDBOOK_TEST(test_groups_of_six_bits_are_the_example) {
  const auto groups = hex_bytes(
      "23 30 00 2a 00 00 04 01 00 30 00 06 01 10 10 05 01 30 18 01 00 24 21 25");

  const auto pack = pack_of_groups(groups);

  assert_text(text_of(pack),
              "8f002a00010103000605040507060102"
              "4865");
}

REDBOOK_TEST(test_damaged_pack_is_left_out) {
  auto groups = hex_bytes(
      "23 30 00 2a 00 00 04 01 00 30 00 06 01 10 10 05 01 30 18 01 00 24 21 25");
  groups.insert(groups.end(), groups.begin(), groups.begin() + 24);
  groups[30] ^= 1;

  const auto packs = packs_in(groups);

  ck_assert_uint_eq(packs.size(), 1);
}

REDBOOK_TEST(test_places_below_the_program_are_lead_in) {
  ck_assert_int_eq((Msf{99, 59, 74}.lba().value), -151);
  ck_assert_int_eq((Msf{97, 34, 23}.lba().value), -11077);
  ck_assert_int_eq((Msf{74, 0, 0}.lba().value), 332850);
}
