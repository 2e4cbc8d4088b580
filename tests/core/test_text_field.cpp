#include "suite.hpp"
#include "text/text_field.hpp"
#include "text/uri.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_plain_text_stays_as_it_is) {
  for (const auto *text :
       {"", "Kind of Blue", "Größe", "音楽", "\"So What\"", "a  b", "%s\\n"})
    assert_text(one_line(text), text);
}

REDBOOK_TEST(test_control_characters_become_spaces) {
  for (int code = 1; code < 0x20; ++code)
    assert_text(one_line(std::string{'a', static_cast<char>(code), 'b'}), "a b");
  assert_text(one_line("a\x7f"
                       "b"),
              "a b");
  assert_text(one_line("a\u0085b\u009fc"), "a b c");
}

REDBOOK_TEST(test_line_ends_of_any_kind_become_a_space) {
  for (const auto *end : {"\n", "\r", "\u2028", "\u2029", "\u0085", "\v", "\f"})
    assert_text(one_line("one" + std::string{end} + "two"), "one two");
}

REDBOOK_TEST(test_line_end_of_two_characters_becomes_one_space) {
  assert_text(one_line("one\r\ntwo"), "one two");
}

REDBOOK_TEST(test_spaces_at_the_ends_go) {
  assert_text(one_line("  \n\ttitle \r\n"), "title");
  assert_text(one_line("   "), "");
  assert_text(one_line("\n"), "");
}

REDBOOK_TEST(test_invalid_utf_8_is_made_valid) {
  assert_text(one_line("a\xff"
                       "b"),
              "a\ufffdb");
  assert_text(one_line("cut \xe2\x80"), "cut \ufffd\ufffd");
  assert_text(one_line("\xc0\x8a"), "\ufffd\ufffd");  // a newline in disguise
  assert_text(one_line(std::string{"a\0b", 3}), "a\ufffdb");
}

REDBOOK_TEST(test_long_text_is_cut_between_characters) {
  std::string music, wanted;
  for (int i = 0; i < 10000; ++i) music += "♪";
  for (int i = 0; i < 26; ++i) wanted += "♪";  // of three bytes

  assert_text(one_line(music), wanted);
  assert_text(one_line("abcdef", 3), "abc");
  assert_text(one_line("ab cdef", 3), "ab");
  assert_text(one_line("abc", 0), "");
}

REDBOOK_TEST(test_lines_end_as_on_any_system) {
  std::string_view text = "a\r\nb\n\rc\r\r\nd";
  std::string lines;

  while (!text.empty()) lines += std::string{take_line(text)} + '|';

  assert_text(lines, "a|b||c||d|");
}

REDBOOK_TEST(test_blanks_are_trimmed_on_both_sides) {
  assert_text(std::string{trimmed(" \t\r\v\fa b\n\x1a")}, "a b");
  assert_text(std::string{trimmed(" \n")}, "");
}

REDBOOK_TEST(test_a_uri_has_a_scheme_of_two_letters) {
  for (const auto *uri : {"file:a", "http://a/b", "cdda://1"}) ck_assert(is_uri(uri));
  for (const auto *path : {"C:\\a", "a b:c.flac", "/a:b", "a", ":", ""})
    ck_assert(!is_uri(path));
}

REDBOOK_TEST(test_percents_that_stand_for_nothing_stay) {
  assert_text(percent_decoded("a%20b%C3%BC"), "a b\u00fc");
  for (const auto *text : {"100%", "%zz", "%00a"})
    assert_text(percent_decoded(text), text);
}
