// The language blocks of a disc whose texts are translated.
#include "cdtext/decoder.hpp"
#include "cdtext/disc_cdtext.hpp"
#include "discs.hpp"
#include "image/cdrdao_toc.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// Two tracks, in English, with titles in German.
Disc english_and_german() {
  Disc disc{{{Lba{0}, {}, Blocks{4500}, {}, {"Night", "Strings"}},
             {Lba{4500}, {}, Blocks{4500}, {}, {"Day", "Strings"}}},
            {"Times", "Strings"}};
  disc.language = "en";
  disc.texts.translated = {{"de", &Texts::title, "Zeiten"}};
  disc.tracks[0].texts.translated = {{"de", &Texts::title, "Nächte"}};
  disc.tracks[1].texts.translated = {{"de", &Texts::title, "Tag"}};
  return disc;
}

std::string names(const Findings &findings) {
  std::string text;
  for (const auto &finding : findings) text += finding.name + ' ';
  return text;
}

/// The titles of each block, a line each: `English: Times, Night, Day`.
std::string titles_in(const Disc &disc) {
  const auto decoded = decode_cdtext(disc.cdtext);
  ck_assert(decoded.findings.empty());
  std::string lines;
  for (const auto &block : decoded.set.blocks) {
    lines += std::string{name_of(block.language)} + ": " + block.disc.title;
    for (const auto &track : block.tracks) lines += ", " + track.texts.title;
    lines += '\n';
  }
  return lines;
}

std::string titles_with(Disc disc, const CdTextOptions &options = {}) {
  add_cdtext(disc, options);
  return titles_in(disc);
}

}  // namespace

REDBOOK_TEST(test_each_language_is_a_block) {
  auto disc = english_and_german();

  const auto findings = add_cdtext(disc);

  assert_text(names(findings), "");
  assert_text(titles_in(disc),
              "English: Times, Night, Day\nGerman: Zeiten, Nächte, Tag\n");
}

REDBOOK_TEST(test_what_is_not_translated_is_there_as_it_is) {
  auto disc = english_and_german();
  disc.tracks[1].texts.translated.clear();

  add_cdtext(disc);

  const auto german = decode_cdtext(disc.cdtext).set.blocks.at(1);
  assert_text(german.tracks[1].texts.title, "Day");
  assert_text(german.tracks[0].texts.performer, "Strings");
}

REDBOOK_TEST(test_japanese_texts_do_not_reach_the_other_languages) {
  auto disc = english_and_german();
  disc.language = "ja";
  disc.texts.title = "時";
  disc.texts.translated.clear();

  add_cdtext(disc);

  const auto set = decode_cdtext(disc.cdtext).set;
  assert_text(set.blocks.at(0).disc.title, "時");
  assert_text(set.blocks.at(1).disc.title, "");
  ck_assert(set.blocks[1].character_code == CharacterCode::latin_1);
}

REDBOOK_TEST(test_languages_that_are_asked_for_come_in_that_order) {
  auto disc = english_and_german();
  disc.texts.translated.push_back({"fr", &Texts::title, "Temps"});

  assert_text(titles_with(disc),
              "English: Times, Night, Day\nGerman: Zeiten, Nächte, Tag\n"
              "French: Temps, Night, Day\n");
  assert_text(titles_with(disc, {.languages = {"fra", "en", "de", "fr", "sv"}}),
              "English: Times, Night, Day\nFrench: Temps, Night, Day\n"
              "German: Zeiten, Nächte, Tag\n");
  assert_text(titles_with(disc, {.languages = {"fr"}}),
              "English: Times, Night, Day\nFrench: Temps, Night, Day\n");
}

REDBOOK_TEST(test_codes_of_one_language_are_one_block) {
  auto disc = english_and_german();
  disc.tracks[1].texts.translated = {{"DEU", &Texts::title, "Tag"}};
  disc.tracks[0].texts.translated = {{"ger", &Texts::title, "Nächte"}};

  assert_text(titles_with(disc),
              "English: Times, Night, Day\nGerman: Zeiten, Nächte, Tag\n");
}

REDBOOK_TEST(test_plain_texts_win_over_those_in_their_language) {
  auto disc = english_and_german();
  disc.language = "de";
  disc.tracks[1].texts.title.clear();

  assert_text(titles_with(disc), "German: Times, Night, Tag\n");
}

REDBOOK_TEST(test_plain_texts_are_in_no_language_that_others_are_in) {
  auto disc = english_and_german();
  disc.language.clear();
  assert_text(titles_with(disc),
              "English: Times, Night, Day\nGerman: Zeiten, Nächte, Tag\n");

  disc.texts.translated = {{"en", &Texts::title, "Times!"}};
  assert_text(titles_with(disc),
              "Unknown: Times, Night, Day\nGerman: Times, Nächte, Tag\n"
              "English: Times!, Night, Day\n");
}

REDBOOK_TEST(test_unknown_languages_are_told) {
  auto disc = english_and_german();
  disc.tracks[1].texts.translated.push_back({"tlh", &Texts::title, "jaj"});

  const auto findings = add_cdtext(disc);

  assert_text(names(findings), "CDTEXT_LANGUAGE_UNKNOWN ");
  assert_text(
      sentence_of(findings[0]),
      "Disc: it has texts in languages that CD-TEXT has no code for. Those in tlh "
      "were left out.");
  assert_text(titles_in(disc),
              "English: Times, Night, Day\nGerman: Zeiten, Nächte, Tag\n");
}

REDBOOK_TEST(test_unknown_language_of_the_disc_is_told) {
  auto disc = english_and_german();
  disc.language = "tlh";

  const auto findings = add_cdtext(disc);

  assert_text(names(findings), "CDTEXT_LANGUAGE_UNKNOWN ");
  assert_text(titles_in(disc),
              "Unknown: Times, Night, Day\nGerman: Zeiten, Nächte, Tag\n");
}

REDBOOK_TEST(test_codes_in_packs_are_codes_in_the_toc) {
  auto disc = english_and_german();
  disc.tracks[1].subcode.isrc = "XYBLG1101234";
  add_cdtext(disc);

  const auto toc = cdrdao_toc(disc, "a.bin");

  ck_assert(toc.find("    UPC_EAN \"\"\n") != std::string::npos);
  ck_assert(toc.find("    ISRC \"\"\n") != std::string::npos);
  ck_assert(toc.find("    ISRC \"XYBLG1101234\"\n") != std::string::npos);
}

REDBOOK_TEST(test_eight_languages_fit_and_a_ninth_is_told) {
  auto disc = english_and_german();
  for (const auto *code : {"fr", "it", "es", "nl", "sv", "da"})
    disc.texts.translated.push_back({code, &Texts::title, code});
  assert_text(names(add_cdtext(disc)), "");
  ck_assert_uint_eq(decode_cdtext(disc.cdtext).set.blocks.size(), 8);

  disc.texts.translated.push_back({"fi", &Texts::title, "fi"});
  const auto findings = add_cdtext(disc);

  assert_text(names(findings), "CDTEXT_LANGUAGE_LIMIT ");
  assert_text(findings[0].action, "Those in Swedish were left out.");
  ck_assert_uint_eq(decode_cdtext(disc.cdtext).set.blocks.size(), 8);
}

REDBOOK_TEST(test_changes_say_in_which_language) {
  auto disc = english_and_german();
  disc.texts.translated.push_back({"ru", &Texts::title, "Время"});

  const auto findings = add_cdtext(disc);

  assert_text(names(findings), "CDTEXT_TRANSLITERATED ");
  assert_text(findings[0].sentence, "a text in Russian could not stay as it was.");
}

REDBOOK_TEST(test_without_ms_jis_japanese_is_transliterated_and_told) {
  auto disc = english_and_german();
  disc.texts.translated.push_back({"ja", &Texts::title, "トキ"});

  const auto findings = add_cdtext(disc, {.ms_jis = false});

  assert_text(names(findings), "CDTEXT_NO_MS_JIS CDTEXT_TRANSLITERATED ");
  for (const auto &block : decode_cdtext(disc.cdtext).set.blocks)
    ck_assert(block.character_code == CharacterCode::latin_1);
}

REDBOOK_TEST(test_toc_has_each_language) {
  auto disc = english_and_german();
  disc.tracks[0].texts.composer = "Comp";
  disc.tracks.resize(1);
  add_cdtext(disc);

  assert_text(cdrdao_toc(disc, "a.bin"), R"(CD_DA
CD_TEXT {
  LANGUAGE_MAP { 0 : 9 1 : 8 }
  LANGUAGE 0 {
    TITLE "Times"
    PERFORMER "Strings"
    COMPOSER ""
  }
  LANGUAGE 1 {
    TITLE "Zeiten"
    PERFORMER "Strings"
    COMPOSER ""
  }
}

TRACK AUDIO
NO COPY
NO PRE_EMPHASIS
TWO_CHANNEL_AUDIO
CD_TEXT {
  LANGUAGE 0 {
    TITLE "Night"
    PERFORMER "Strings"
    COMPOSER "Comp"
  }
  LANGUAGE 1 {
    TITLE "N\344chte"
    PERFORMER "Strings"
    COMPOSER "Comp"
  }
}
FILE "a.bin" SWAP 00:00:00 01:00:00
)");
}
