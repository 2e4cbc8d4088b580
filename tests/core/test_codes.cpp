#include "disc/codes.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

std::string mcn(std::string_view text) { return normal_mcn(text).value_or("none"); }
std::string isrc(std::string_view text) { return normal_isrc(text).value_or("none"); }

}  // namespace

REDBOOK_TEST(test_check_digit_is_that_of_the_twelve_before) {
  for (const auto *mcn :
       {"1234567890128", "5012345678900", "0123456789012", "0051149201117"})
    for (char digit = '0'; digit <= '9'; ++digit) {
      auto other = std::string{mcn};
      other.back() = digit;

      ck_assert_msg(has_right_check_digit(other) == (digit == mcn[12]), "%s",
                    other.c_str());
    }
}

REDBOOK_TEST(test_two_digits_that_changed_places_are_found) {
  ck_assert(!has_right_check_digit("2134567890128"));
  ck_assert(!has_right_check_digit("1234567890218"));
}

REDBOOK_TEST(test_mcn_is_13_digits) {
  assert_text(mcn("1234567890128"), "1234567890128");
  assert_text(mcn("1 234567 890128"), "1234567890128");
  assert_text(mcn("1-234567-890128"), "1234567890128");
  assert_text(mcn("0000000000000"), "0000000000000");
}

REDBOOK_TEST(test_upc_of_12_digits_gets_a_0_in_front) {
  assert_text(mcn("051149201117"), "0051149201117");
  assert_text(mcn("0 51149 20111 7"), "0051149201117");
  ck_assert(has_right_check_digit(mcn("051149201117")));
}

REDBOOK_TEST(test_what_is_no_mcn_is_refused) {
  for (const auto text : std::initializer_list<std::string_view>{
           "", "-", "12345678901", "12345678901234", "123456789012X",
           "12345678901\xc3\x84", "\uff11\uff12\uff13\uff14", "12345678901.8",
           "+234567890128", "1234567890128\n", std::string_view{"123456789012\0", 13}})
    assert_text(mcn(text), "none");
}

REDBOOK_TEST(test_wrong_check_digit_is_not_a_matter_of_form) {
  assert_text(mcn("0051149201118"), "0051149201118");
}

REDBOOK_TEST(test_isrc_is_12_characters) {
  assert_text(isrc("XYBLG1101234"), "XYBLG1101234");
  assert_text(isrc("USABC1234567"), "USABC1234567");
  assert_text(isrc("US-S1Z-99-00001"), "USS1Z9900001");
  assert_text(isrc("000000000000"), "000000000000");
}

REDBOOK_TEST(test_isrc_loses_hyphens_and_blanks_and_gets_capitals) {
  assert_text(isrc("gb-aya-06-01100"), "GBAYA0601100");
  assert_text(isrc("GB AYA 06 01100"), "GBAYA0601100");
  assert_text(isrc(" gbaya0601100 "), "GBAYA0601100");
}

REDBOOK_TEST(test_what_is_no_isrc_is_refused) {
  for (const auto text : std::initializer_list<std::string_view>{
           "", "-", "XYBLG110123", "XYBLG11012345", "XYBLG11O1234", "XYBLGA101234",
           "XYBLG110123A", "\u00c4YBLG110123", "XYBL\u00c4110123", "\u00c4YBLG1101234",
           "XYB_G1101234", "ISRC XYBLG1101234", "XYBLG1101234\n", "XY/BLG/11/01234",
           std::string_view{"XYBLG110123\0", 12}})
    assert_text(isrc(text), "none");
}

REDBOOK_TEST(test_normal_forms_stay_as_they_are) {
  for (const auto *text : {"051149201117", "1-234567-890128"})
    assert_text(mcn(mcn(text)), mcn(text));
  for (const auto *text : {"gb-aya-06-01100", "XYBLG1101234"})
    assert_text(isrc(isrc(text)), isrc(text));
}
