#include "cdtext/decoder.hpp"
#include "cdtext/disc_cdtext.hpp"
#include "discs.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// Tracks of a minute with these titles.
Disc disc_titled(const std::string &title, const std::vector<std::string> &titles) {
  Disc disc;
  disc.texts.title = title;
  for (const auto &text : titles)
    disc.tracks.push_back({disc.lead_out(), {}, Blocks{4500}, {}, {text}});
  return disc;
}

/// Each finding: `NAME severity track`, and a blank behind it.
std::string names(const Findings &findings) {
  std::string text;
  for (const auto &finding : findings)
    text += finding.name + ' ' + name_of(finding.severity) + ' ' +
            std::to_string(finding.track) + ' ';
  return text;
}

/// What the packs of `disc` hold; they must be faultless and in one language.
CdTextBlock block_of(const Disc &disc) {
  const auto decoded = decode_cdtext(disc.cdtext);
  for (const auto &finding : decoded.findings)
    ck_abort_msg("%s", to_string(finding).c_str());
  ck_assert_uint_eq(decoded.set.blocks.size(), 1);
  return decoded.set.blocks.front();
}

/// The titles of disc and tracks, a line each.
std::string titles_in(const Disc &disc) {
  const auto block = block_of(disc);
  auto text = block.disc.title + '\n';
  for (const auto &track : block.tracks) text += track.texts.title + '\n';
  return text;
}

/// 99 tracks of titles of `length` characters: more than 253 packs from 30 on.
Disc full_disc(std::size_t length) {
  std::vector<std::string> titles;
  for (char i = 0; i < 99; ++i)
    titles.push_back(std::string(length, static_cast<char>('!' + i % 90)));
  return disc_titled("Disc", titles);
}

}  // namespace

REDBOOK_TEST(test_disc_without_texts_has_no_packs) {
  auto disc = disc_titled("", {"", ""});
  disc.mcn = "1234567890128";
  disc.tracks[0].subcode.isrc = "XYBLG1101234";

  const auto findings = add_cdtext(disc);

  ck_assert(disc.cdtext.empty());
  ck_assert(findings.empty());
}

REDBOOK_TEST(test_golden_packs) {
  auto disc = disc_titled("Disc", {"Track One", "Track Two", "Track Three"});
  disc.texts.performer = "Artist";
  for (auto &track : disc.tracks) track.texts.performer = "Artist";

  const auto findings = add_cdtext(disc);

  assert_text(names(findings), "");
  ck_assert(disc.cdtext == bytes_of_hex("80000000 4469736300547261636b204f 4804"
                                        "80010107 6e6500547261636b2054776f 55c9"
                                        "80020209 00547261636b205468726565 e66f"
                                        "8003030b 000000000000000000000000 5df7"
                                        "81000400 417274697374004172746973 fd22"
                                        "81010505 740041727469737400417274 8c25"
                                        "81030603 697374000000000000000000 62ac"
                                        "8f000700 000103000403000000000000 40fb"
                                        "8f010800 000000000000000309000000 d6a6"
                                        "8f020900 000000000900000000000000 0a4e"));
  assert_text(md5_of(disc.cdtext), "635585dbd3cc4b073d1edcf2183bf2d8");
}

REDBOOK_TEST(test_every_text_comes_back) {
  auto disc = disc_titled("Gr\u00f6\u00dfe", {"One", "Two", ""});
  disc.texts = {"Gr\u00f6\u00dfe", "K\u00fcnstler", "Song", "Comp", "Arr", "Mess"};
  disc.tracks[0].texts = {"One", "P1", "S1", "C1", "A1", "M1"};
  disc.tracks[1].texts = {"Two", "", "", "C2", "", ""};
  disc.genre = "Jazz";
  disc.language = "de";
  disc.mcn = "1234567890128";
  disc.tracks[0].subcode.isrc = "XYBLG1101234";
  disc.tracks[2].subcode.isrc = "USABC1234567";

  const auto findings = add_cdtext(disc);

  const auto block = block_of(disc);
  assert_text(names(findings), "");
  ck_assert(block.disc == disc.texts);
  ck_assert_uint_eq(block.tracks.size(), 3);
  for (std::size_t i = 0; i < 3; ++i) {
    ck_assert(block.tracks[i].texts == disc.tracks[i].texts);
    assert_text(block.tracks[i].isrc, disc.tracks[i].subcode.isrc);
  }
  assert_text(block.mcn, "1234567890128");
  assert_text(block.genre, "Jazz");
  ck_assert_int_eq(block.genre_code, 14);
  ck_assert(block.language == Language::german);
  ck_assert(block.character_code == CharacterCode::latin_1);
}

REDBOOK_TEST(test_nothing_but_the_packs_is_changed) {
  auto disc = disc_titled("\u041b\u0435\u0431\u0435\u0434\u044c", {"a", "b"});
  const auto before = disc;

  add_cdtext(disc);
  disc.cdtext.clear();

  ck_assert(disc == before);
}

REDBOOK_TEST(test_language_is_english_unless_it_is_known) {
  const auto language_with = [](const char *code) {
    auto disc = disc_titled("a", {"b"});
    disc.language = code;
    add_cdtext(disc);
    return block_of(disc).language;
  };

  ck_assert(language_with("") == Language::english);
  ck_assert(language_with("fr") == Language::french);
  ck_assert(language_with("deu") == Language::german);
  ck_assert(language_with("??") == Language::unknown);
}

REDBOOK_TEST(test_cyrillic_titles_are_transliterated_and_told) {
  auto disc = disc_titled(
      "\u041b\u0435\u0431\u0435\u0434\u0438\u043d\u043e\u0435 "
      "\u043e\u0437\u0435\u0440\u043e",
      {"\u0412\u0430\u043b\u044c\u0441", "Finale"});
  disc.language = "ru";

  const auto findings = add_cdtext(disc);

  assert_text(titles_in(disc), "Lebedinoye ozero\nVals\nFinale\n");
  assert_text(names(findings),
              "CDTEXT_TRANSLITERATED warning 0 CDTEXT_TRANSLITERATED warning 1 ");
  assert_text(sentence_of(findings[1]),
              "Track 1: a text could not stay as it was. The title of track 1 was "
              "transliterated: \"\u0412\u0430\u043b\u044c\u0441\" became \"Vals\".");
  ck_assert(block_of(disc).language == Language::russian);
}

REDBOOK_TEST(test_japanese_titles_with_kana_stay_and_are_told_only_where_changed) {
  auto disc =
      disc_titled("\u305d\u3089\u306e\u3046\u305f", {"\u3042\u3081", "\u96ea", "Hello"});

  const auto findings = add_cdtext(disc);

  ck_assert(block_of(disc).character_code == CharacterCode::ms_jis);
  assert_text(titles_in(disc),
              "\u305d\u3089\u306e\u3046\u305f\n\u3042\u3081\n\u96ea\n"
              "\uff28\uff45\uff4c\uff4c\uff4f\n");
  assert_text(names(findings), "CDTEXT_CHANGED warning 3 ");
}

REDBOOK_TEST(test_japanese_titles_are_in_japanese_where_no_language_is_known) {
  auto disc = disc_titled("\u305d\u3089\u306e\u3046\u305f", {"\u3042\u3081"});

  add_cdtext(disc);

  ck_assert(block_of(disc).language == Language::japanese);
}

REDBOOK_TEST(test_kanji_in_an_unknown_language_are_japanese) {
  auto disc = disc_titled("\u6771\u4eac", {"\u96ea", "\u685c"});

  const auto findings = add_cdtext(disc);

  assert_text(titles_in(disc), "\u6771\u4eac\n\u96ea\n\u685c\n");
  assert_text(names(findings), "");
}

REDBOOK_TEST(test_chinese_titles_are_transliterated) {
  auto disc = disc_titled("\u6771\u4eac", {"\u96ea"});
  disc.language = "zh";

  const auto findings = add_cdtext(disc);

  assert_text(titles_in(disc), "dong jing\nxue\n");
  assert_text(names(findings),
              "CDTEXT_TRANSLITERATED warning 0 CDTEXT_TRANSLITERATED warning 1 ");
}

REDBOOK_TEST(test_texts_of_several_lines_are_told) {
  auto disc = disc_titled("a\nb", {std::string(200, 'x')});

  const auto findings = add_cdtext(disc);

  assert_text(titles_in(disc), "a b\n" + std::string(160, 'x') + "\n");
  assert_text(names(findings), "CDTEXT_CHANGED warning 0 CDTEXT_CHANGED warning 1 ");
}

REDBOOK_TEST(test_as_much_as_fits_is_not_shortened) {
  auto disc = full_disc(29);  // 99 * 30 + 5 bytes of 3036

  const auto findings = add_cdtext(disc);

  assert_text(names(findings), "");
  ck_assert_uint_eq(disc.cdtext.size(), 251 * 18);
}

REDBOOK_TEST(test_too_much_is_shortened_and_told) {
  auto disc = full_disc(40);

  const auto findings = add_cdtext(disc);

  ck_assert_uint_eq(findings.size(), 99);
  for (std::size_t i = 0; i < 99; ++i) {
    assert_text(findings[i].name, "CDTEXT_OVERFLOW");
    ck_assert(findings[i].severity == Severity::warning);
    ck_assert_int_eq(findings[i].track, static_cast<int>(i) + 1);
  }
  ck_assert_uint_le(disc.cdtext.size(), 256 * 18);
  assert_text(block_of(disc).tracks.back().texts.title,
              disc.tracks.back().texts.title.substr(0, 29));
}

REDBOOK_TEST(test_too_much_is_an_error_where_that_was_asked_for) {
  auto disc = full_disc(40);

  const auto findings = add_cdtext(disc, {CdTextOverflow::error});

  assert_text(names(findings), "CDTEXT_OVERFLOW error 0 ");
  ck_assert_uint_ne(findings[0].code, 0);
  assert_text(findings[0].action, "");
  ck_assert(disc.cdtext.empty());
}

REDBOOK_TEST(test_as_much_as_fits_is_no_error) {
  auto disc = full_disc(29);

  assert_text(names(add_cdtext(disc, {CdTextOverflow::error})), "");
}

REDBOOK_TEST(test_sentences_of_findings_are_whole) {
  auto disc = full_disc(40);

  for (const auto &finding : add_cdtext(disc, {CdTextOverflow::error})) {
    ck_assert(finding.sentence.ends_with("."));
    ck_assert(finding.sentence.front() >= 'a' && finding.sentence.front() <= 'z');
  }
}
