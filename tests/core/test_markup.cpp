// Markup that nothing slips into, and how much room texts take.
#include <clocale>

#include "report/format/markup.hpp"
#include "report/format/text_width.hpp"
#include "suite.hpp"
#include "text/number_text.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_text_cannot_become_markup) {
  const auto *hostile = "</title><script>alert(\"1\" & '2')</script>";

  assert_text(Markup::text(hostile).string(),
              "&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot; &amp; "
              "&#39;2&#39;)&lt;/script&gt;");
}

REDBOOK_TEST(test_attribute_cannot_be_left) {
  const auto markup = Markup::element("a", {{"b", "\" onload=\"x"}, {"c", 1.5}});

  assert_text(markup.string(), "<a b=\"&quot; onload=&quot;x\" c=\"1.5\"></a>");
}

REDBOOK_TEST(test_control_characters_become_blanks) {
  const std::string text{"a\0b\tc\nd\x1b[e\x7f\xc2\x85g", 14};

  assert_text(Markup::text(text).string(), "a b c d [e  g");
}

REDBOOK_TEST(test_what_is_no_character_is_replaced) {
  assert_text(Markup::text("\xff|\xed\xa0\x80").string().substr(0, 4), "\xef\xbf\xbd|");
  assert_text(Markup::text("\uFFFE\uFFFF").string(), "\uFFFD\uFFFD");
}

REDBOOK_TEST(test_letters_of_all_languages_stay) {
  assert_text(Markup::text("Größe 椿姫 \U0001F3BB").string(), "Größe 椿姫 \U0001F3BB");
}

REDBOOK_TEST(test_elements_are_nested) {
  const auto inner = Markup::element("td", {}, Markup::text("<"));

  assert_text(Markup::block("tr", {{"class", "x"}}, inner + inner).string(),
              "<tr class=\"x\"><td>&lt;</td><td>&lt;</td></tr>\n");
  assert_text(Markup::empty_block("meta", {{"charset", "utf-8"}}).string(),
              "<meta charset=\"utf-8\"/>\n");
}

REDBOOK_TEST(test_numbers_have_a_point_and_one_decimal_at_most) {
  std::setlocale(LC_ALL, "de_DE.UTF-8");

  assert_text(number_of(0), "0");
  assert_text(number_of(12.34), "12.3");
  assert_text(number_of(-0.96), "-1");
  assert_text(number_of(-0.04), "0");
  assert_text(number_of(1199.95), "1200");
}

REDBOOK_TEST(test_percent_has_one_decimal) {
  assert_text(percent_of_full_scale(0), "0.0 %");
  assert_text(percent_of_full_scale(16384), "50.0 %");
  assert_text(percent_of_full_scale(32767), "100.0 %");
  assert_text(percent_of_full_scale(32700), "99.8 %");
}

REDBOOK_TEST(test_text_that_fits_stays_whole) {
  assert_text(fitted("Noon", 10, 40), "Noon");
  assert_text(fitted("", 10, 40), "");
}

REDBOOK_TEST(test_text_that_is_too_wide_ends_with_an_ellipsis) {
  assert_text(fitted("A long walk home", 10, 50), "A long…");
  assert_text(fitted("椿姫全曲版", 10, 40), "椿姫全…");
  assert_text(fitted("Noon", 10, 5), "");
  assert_text(fitted("Noon", 10, -5), "");
}

REDBOOK_TEST(test_marks_stay_with_their_letters) {
  assert_text(fitted("e\u0301e\u0301e\u0301e\u0301", 10, 23), "e\u0301e\u0301…");
}

REDBOOK_TEST(test_lines_break_at_blanks) {
  const auto lines = wrapped("one two three fourfourfour", 10, 50);

  ck_assert_uint_eq(lines.size(), 4);
  assert_text(lines[0], "one two ");
  assert_text(lines[1], "three ");
  assert_text(lines[2] + lines[3], "fourfourfour");
  ck_assert(wrapped("", 10, 50).empty());
}
