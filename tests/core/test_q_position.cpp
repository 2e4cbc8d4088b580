// Q data, byte by byte.
#include "discs.hpp"
#include "verify/q_position.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// The position in twelve bytes of Q and four that follow them.
std::optional<QPosition> position_in_hex(std::string_view digits) {
  return position_in(bytes_of_hex(digits));
}

}  // namespace

REDBOOK_TEST(test_position_is_read_with_a_crc_or_without) {
  const QPosition first{{1, 1}, Lba{0}};
  const QPosition last{{99, 99}, Lba{359848}};

  ck_assert(position_in_hex("010101000000000002005a2800000000") == first);
  ck_assert(position_in_hex("01010100000000000200000000000000") == first);
  ck_assert(position_in_hex("01999900000000795973000000000000") == last);
}

REDBOOK_TEST(test_pregap_lies_before_its_track) {
  ck_assert(position_in_hex("21020000000100000800000000000080") ==
            (QPosition{{2, 0}, Lba{450}}));
  ck_assert((IndexPoint{1, 99} < IndexPoint{2, 0}));
}

REDBOOK_TEST(test_codes_are_no_positions) {
  ck_assert(!position_in_hex("02123456789012800010071f00000000"));
  ck_assert(!position_in_hex("03a2949c5c1101234010f20b00000000"));
}

REDBOOK_TEST(test_what_makes_no_sense_is_no_position) {
  for (const auto *digits : {
           "010101000000000002005a2900000000",  // another CRC
           "010a0100000000000200000000000000",  // ten, not in BCD
           "01011f00000000000200000000000000",  // likewise
           "0101010000000000020f000000000000",  // likewise
           "01000100000000000200000000000000",  // track 0
           "01aa0100000000000200000000000000",  // lead-out
           "01010100000000006000000000000000",  // second 60
           "01010100000000000275000000000000",  // frame 75
           "00000000000000000000000000000000",  // nothing
           "010101000000000002005a28",          // cut short
       })
    ck_assert_msg(!position_in_hex(digits), "%s", digits);
}
