#include "cdtext/genre.hpp"
#include "cdtext/language.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_languages_of_tags_have_their_codes) {
  struct {
    const char *tag;
    int code;
  } const rows[] = {{"de", 0x08},    {"deu", 0x08}, {"ger", 0x08}, {"de-AT", 0x08},
                    {"DE_ch", 0x08}, {"en", 0x09},  {"fr", 0x0f},  {"it", 0x15},
                    {"cs", 0x06},    {"nl", 0x1d},  {"nb", 0x1e},  {"pl", 0x20},
                    {"ru", 0x56},    {"ja", 0x69},  {"jpn", 0x69}, {"he", 0x6c},
                    {"iw", 0x6c},    {"el", 0x70},  {"zh", 0x75},  {"zh-Hant", 0x75},
                    {"ar", 0x7e},    {"am", 0x7f},  {"und", 0},    {"", 0},
                    {"x", 0},        {"xx", 0},     {"german", 0}, {"en us", 0}};
  for (const auto &[tag, code] : rows)
    ck_assert_msg(static_cast<int>(language_of(tag)) == code, "%s", tag);
}

REDBOOK_TEST(test_codes_of_languages_come_back) {
  int defined = 0;
  for (unsigned code = 0; code < 256; ++code) {
    const auto language = static_cast<Language>(code);
    if (code == 0 || name_of(language) != "Unknown") ++defined;
    for (const auto iso : {iso_639_1(language), iso_639_2(language)})
      if (!iso.empty()) ck_assert(language_of(iso) == language);
  }
  ck_assert_int_eq(defined, 0x2c + 0x80 - 0x45);
}

REDBOOK_TEST(test_languages_have_names) {
  assert_text(std::string{name_of(Language::japanese)}, "Japanese");
  assert_text(std::string{name_of(Language{0x30})}, "Unknown");
  assert_text(std::string{iso_639_1(Language::german)}, "de");
  assert_text(std::string{iso_639_2(Language::german)}, "deu");
}

REDBOOK_TEST(test_genres_of_tags_have_their_codes) {
  struct {
    const char *tag;
    int code;
  } const rows[] = {{"", 0},
                    {" ", 0},
                    {"Yodel", 1},
                    {"Rock", 23},
                    {"rock", 23},
                    {"Indie Rock", 3},
                    {"Hip-Hop", 13},
                    {"hip hop", 13},
                    {"R&B", 24},
                    {"Rhythm & Blues", 24},
                    {"Classical", 5},
                    {"Symphonic Metal", 5},
                    {"Heavy Metal", 23},
                    {"Techno", 8},
                    {"Drum & Bass", 8},
                    {"J-Pop", 20},
                    {"Children's Music", 4},
                    {"Soundtrack", 26},
                    {"Audiobook", 27},
                    {"World", 28},
                    {"Acid Jazz", 14},
                    {"Bossa Nova", 15},
                    {"Punkt", 1},
                    {"Русский рок", 1}};
  for (const auto &[tag, code] : rows)
    ck_assert_msg(genre_nearest(tag) == code, "%s: %d", tag, genre_nearest(tag));
}

REDBOOK_TEST(test_names_of_genres_have_their_codes) {
  for (int code = 2; code <= last_genre; ++code)
    ck_assert_int_eq(genre_nearest(genre_name(code)), code);
  assert_text(std::string{genre_name(last_genre + 1)}, "");
  assert_text(std::string{genre_name(-1)}, "");
}
