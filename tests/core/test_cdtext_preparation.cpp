#include "cdtext_preparation_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_latin_1_stays_as_it_is) {
  assert_text(prepared_title("Fröhliche Nächte ½ ¿Qué?"), "Fröhliche Nächte ½ ¿Qué? |");
}

REDBOOK_TEST(test_composition_is_no_change) {
  assert_text(prepared_title("Fro\u0308hlich"), "Fröhlich |");
}

REDBOOK_TEST(test_signs_of_typography_become_plain) {
  assert_text(prepared_title("“Don’t” – stop… Œuvre Łódź €5 ™"),
              "\"Don't\" - stop... OEuvre Lódz EUR5 TM | transliterated;");
}

REDBOOK_TEST(test_other_scripts_become_latin) {
  assert_text(prepared_title("Щедрик їжак", Language::ukrainian),
              "Shchedryk yizhak | transliterated;");
  assert_text(prepared_title("Щъркел", Language::bulgarian),
              "Shturkel | transliterated;");
  assert_text(prepared_title("Љубав Ђорђе", Language::serbian),
              "Ljubav Dorde | transliterated;");
  assert_text(prepared_title("Μουσική", Language::greek), "Mousike | transliterated;");
  assert_text(prepared_title("사랑 노래", Language::korean),
              "salang nolae | transliterated;");
  assert_text(prepared_title("春江花月夜", Language::chinese),
              "chun jiang hua yuè yè | transliterated;");
  assert_text(prepared_title("مرحبا"), "mrhba | transliterated;");
  assert_text(prepared_title("שלום"), "slwm | transliterated;");
  assert_text(prepared_title("ไทย"), "thiy | transliterated;");
}

REDBOOK_TEST(test_kanji_without_a_language_are_japanese) {
  assert_text(prepared_title("花"), "花 | MS-JIS");
  assert_text(prepared_title("花", Language::chinese), "hua | transliterated;");
}

REDBOOK_TEST(test_ms_jis_has_only_the_quotes_of_typography) {
  assert_text(prepared_title("\"It's\" 花"),
              "”Ｉｔ’ｓ”　花 | set in full-width characters; MS-JIS");
}

REDBOOK_TEST(test_texts_that_ms_jis_lacks_make_all_latin) {
  assert_text(prepared_title("한국とさくら", Language::japanese),
              "hangugtosakura | transliterated;");
  assert_text(prepared_title("们"), "men | transliterated;");
}

REDBOOK_TEST(test_a_code_can_be_asked_for) {
  assert_text(
      prepared_title("Größe", Language::german, {.character_code = CharacterCode::ascii}),
      "Grosse | transliterated; ASCII");
  assert_text(
      prepared_title("Ж", Language::russian, {.character_code = CharacterCode::ms_jis}),
      "Ж | MS-JIS");
  assert_text(
      prepared_title("한", Language::korean, {.character_code = CharacterCode::ms_jis}),
      "ｈａｎ | transliterated; MS-JIS");
}

REDBOOK_TEST(test_line_ends_become_one_blank) {
  assert_text(prepared_title("\t A \r\n B\nC\u2028D\v\f\u0085E \n"),
              "A B C D E | put on one line;");
  assert_text(prepared_title(std::string{"A\0B", 3}), "A B | put on one line;");
  assert_text(prepared_title("\t"), " | put on one line;");
}

REDBOOK_TEST(test_blanks_inside_stay) { assert_text(prepared_title(" A  B "), "A  B |"); }

REDBOOK_TEST(test_what_is_no_utf_8_goes) {
  assert_text(prepared_title("A\xff\x80"
                             "B"),
              "AB | freed of what is no UTF-8;");
  assert_text(prepared_title("A\xed\xa0\x80"
                             "B"),
              "AB | freed of what is no UTF-8;");
  assert_text(prepared_title("A\xe2\x80"), "A | freed of what is no UTF-8;");
  assert_text(prepared_title("A\ufffd"), "A | freed of what is no UTF-8;");
}

REDBOOK_TEST(test_marks_that_do_not_show_go) {
  assert_text(prepared_title("\ufeffA\u200bB\u00adC\u202eD"),
              "ABCD | freed of invisible characters;");
  assert_text(prepared_title("\ue000A"), "A | freed of invisible characters;");
}

REDBOOK_TEST(test_emoji_are_spelled) {
  assert_text(prepared_title("🔥"), "(fire) | spelled without symbols;");
  assert_text(prepared_title("Love 👍🏽 🇩🇪"),
              "Love (thumbs up sign) DE | freed of invisible characters; spelled without "
              "symbols;");
  assert_text(prepared_title("♥"), "(black heart suit) | spelled without symbols;");
}

REDBOOK_TEST(test_nothing_becomes_a_question_mark) {
  for (char32_t c = 0x20; c < 0x30000; c += 17) {
    if (c == U'?' || c == U'¿') continue;
    std::string title;
    append_utf8(title, c);
    const auto [set, changes] = prepared(set_of(title));
    if (set.blocks[0].tracks[0].texts.title == "?")
      ck_assert_msg(!changes.empty(), "U+%04X", static_cast<unsigned>(c));
  }
}

REDBOOK_TEST(test_long_texts_are_cut) {
  assert_text(prepared_title(std::string(10000, 'x')),
              std::string(160, 'x') + " | cut, being too long for players;");
  std::string kana;
  for (int i = 0; i < 10000; ++i) kana += "あ";
  assert_text(prepared_title(kana),
              kana.substr(0, 80 * 3) + " | cut, being too long for players; MS-JIS");
}

REDBOOK_TEST(test_each_field_has_its_own_code) {
  CdTextSet set{{titled("さくら", {"さくら"})}, {}};
  auto &block = set.blocks[0];
  block.disc_id = "Ä-1";
  block.genre = "Щ";
  block.closed_info = "Übung €";
  block.tracks[0].isrc = "ÄB";

  const auto result = prepared(set).set;

  assert_text(result.blocks[0].disc_id, "A-1");
  assert_text(result.blocks[0].genre, "SHCH");
  assert_text(result.blocks[0].closed_info, "Übung EUR");
  assert_text(result.blocks[0].tracks[0].isrc, "AB");
  assert_written_so(result);
}

REDBOOK_TEST(test_a_change_is_a_sentence) {
  const auto changes = prepared(set_of("\u200b")).changes;

  ck_assert_uint_eq(changes.size(), 1);
  assert_text(
      to_string(changes[0]),
      "The title of track 1 was freed of invisible characters: \"\u200b\" was left out.");
}

REDBOOK_TEST(test_preparing_twice_is_preparing_once) {
  for (const auto *title : {"Лебедь", "🔥", "さくら A", "한국", "A\nB", "Łódź"}) {
    const auto once = prepared(set_of(title)).set;
    const auto twice = prepared(once);
    ck_assert(twice.set == once);
    ck_assert(twice.changes.empty());
  }
}
