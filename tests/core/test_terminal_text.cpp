#include "suite.hpp"
#include "text/terminal_text.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_no_control_character_reaches_a_terminal) {
  assert_text(terminal_text("\033]0;x\007.bin"), "]0;x.bin");
  assert_text(terminal_text("a\u009b31mb\u0090c\u007fd"), "a31mbcd");
  assert_text(terminal_text("one\ttwo\r\nthree\u2028four\u0085five"),
              "one two  three four five");
}

REDBOOK_TEST(test_no_text_turns_the_direction_of_what_follows) {
  assert_text(terminal_text("a\u202egpj.exe\u2066b\u200fc"), "agpj.exebc");
}

REDBOOK_TEST(test_letters_of_every_script_are_shown) {
  const std::string text = "Größe Песня 日本 \u05e9\u05d9\u05e8 \U0001F3B5";

  assert_text(terminal_text(text), text);
}

REDBOOK_TEST(test_what_is_no_utf_8_is_replaced) {
  assert_text(terminal_text("a\x9b"
                            "b"),
              "a\ufffdb");
}

REDBOOK_TEST(test_a_long_text_is_cut_off) {
  assert_text(terminal_text("abcdef", 5), "abcde…");
  assert_text(terminal_text("ééééé", 5), "ééééé");
  ck_assert_uint_lt(terminal_text(std::string(400000, 'x')).size(), 1010);
}

REDBOOK_TEST(test_lines_of_a_message_stay_lines) {
  assert_text(terminal_lines("one\033[2J\n\ntwo\n"), "one[2J\n\ntwo\n");
}
