#include <unicode/unistr.h>

#include "error.hpp"
#include "suite.hpp"
#include "text/text_encoding.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

std::string in(const char *charset, const std::string &text) {
  const auto characters = icu::UnicodeString::fromUTF8(text);
  std::string bytes(8 * text.size() + 8, '\0');
  const auto length =
      characters.extract(0, characters.length(), bytes.data(),
                         static_cast<std::uint32_t>(bytes.size()), charset);
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

std::string sheet_of(const std::vector<std::string> &titles) {
  std::string sheet = "FILE \"a.wav\" WAVE\n";
  for (const auto &title : titles)
    sheet += "  TRACK 01 AUDIO\n    TITLE \"" + title + "\"\n";
  return sheet;
}

}  // namespace

REDBOOK_TEST(test_utf_8_and_utf_16_need_no_guess) {
  const std::string text = "TITLE \"Größe 日本\"\r\n";
  for (const auto &bytes :
       {text, "\xef\xbb\xbf" + text, in("UTF-16LE", "\ufeff" + text),
        in("UTF-16BE", "\ufeff" + text), in("UTF-16LE", text), in("UTF-16BE", text)}) {
    const auto decoded = decoded_text(bytes);

    assert_text(decoded.text, text);
    assert_text(decoded.guessed_charset, "");
  }
}

REDBOOK_TEST(test_other_charsets_are_guessed_by_the_texts) {
  const struct {
    const char *charset;
    std::vector<std::string> titles;
  } sheets[] = {
      {"windows-1252", {"Die Ärzte", "Größe", "Schöne Grüße", "Übermut"}},
      {"windows-1251",
       {"Группа крови", "Закрой за мной дверь", "Мама, мы все сошли с ума"}},
      {"KOI8-R", {"Группа крови", "Закрой за мной дверь", "Мама, мы все сошли с ума"}},
      {"Shift_JIS", {"坂本龍一", "戦場のメリークリスマス", "種をまく"}},
      {"Big5", {"周杰倫", "葉惠美", "以父之名", "懦夫"}},
      {"EUC-KR", {"조용필", "창밖의여자", "돌아와요"}}};

  for (const auto &[charset, titles] : sheets) {
    const auto decoded = decoded_text(in(charset, sheet_of(titles)));

    assert_text(decoded.guessed_charset, charset);
    assert_text(decoded.text, sheet_of(titles));
  }
}

REDBOOK_TEST(test_what_cannot_be_guessed_is_windows_1252) {
  const auto decoded = decoded_text("TITLE \"\xf6\x85\"\n");

  assert_text(decoded.text, "TITLE \"ö…\"\n");
  assert_text(decoded.guessed_charset, "windows-1252");
  assert_text(sentence_of_guess("a.cue", decoded),
              "a.cue is not in UTF-8: its texts are taken as windows-1252, which is a "
              "guess.");
}

REDBOOK_TEST(test_a_charset_that_is_named_is_taken) {
  assert_text(decoded_text(in("Shift_JIS", "TITLE \"日本\""), "shift_jis").text,
              "TITLE \"日本\"");
  assert_text(decoded_text("\xef\xbb\xbfö", "KOI8-R").text, "ö");
  assert_text(error_of([] { decoded_text("x", "no such"); }).detail(), "no such");
  ck_assert(is_charset("cp1251") && !is_charset("no such"));
}

REDBOOK_TEST(test_any_bytes_become_utf_8) {
  assert_text(decoded_text("a\xff\xfe\xfd", "UTF-8").text, "a\ufffd\ufffd\ufffd");
  assert_text(decoded_text("").text, "");
  assert_text(decoded_text("\xff\xfe").text, "");
}
