#include "lint_cases.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_catalogue_numbers) {
  check({
      good("13 digits", with_mcn("1234567890128")),
      good("13 digits with a 0", with_mcn("0051149201117")),
      {"12 digits", with_mcn("051149201117"), "", with_mcn("0051149201117")},
      {"hyphens and blanks", with_mcn("1-234567 890128"), "", with_mcn("1234567890128")},
      mended("a wrong check digit", with_mcn("0051149201118"), "MCN_CHECKSUM warning 0",
             three()),
      mended("12 digits, the check digit wrong", with_mcn("051149201118"),
             "MCN_CHECKSUM warning 0", three()),
      mended("11 digits", with_mcn("51149201117"), "MCN_SYNTAX warning 0", three()),
      mended("14 digits", with_mcn("12345678901280"), "MCN_SYNTAX warning 0", three()),
      mended("letters", with_mcn("none"), "MCN_SYNTAX warning 0", three()),
      mended("nothing but blanks", with_mcn("  "), "MCN_SYNTAX warning 0", three()),
  });
}

REDBOOK_TEST(test_recording_codes) {
  check({
      good("three", with_isrcs("XYBLG1101234", "XYBLG1100005", "USABC1234567")),
      {"hyphens and small letters", with_isrcs("gb-aya-06-01100"), "",
       with_isrcs("GBAYA0601100")},
      mended("11 characters", with_isrcs("XYBLG110123"), "ISRC_SYNTAX warning 1",
             three()),
      mended("13 characters", with_isrcs("", "XYBLG11012345"), "ISRC_SYNTAX warning 2",
             three()),
      mended("an umlaut", with_isrcs("", "", "\u00c4YBLG110123"), "ISRC_SYNTAX warning 3",
             three()),
      mended("a letter in the number", with_isrcs("XYBLG11O1234"),
             "ISRC_SYNTAX warning 1", three()),
      mended("a good one beside a bad one", with_isrcs("XYBLG1101234", "?"),
             "ISRC_SYNTAX warning 2", with_isrcs("XYBLG1101234")),
      told("the same twice", with_isrcs("XYBLG1101234", "", "XYBLG1101234"),
           "ISRC_TWICE note 3"),
      told("the same three times",
           with_isrcs("XYBLG1101234", "XYBLG1101234", "XYBLG1101234"),
           "ISRC_TWICE note 2 ISRC_TWICE note 3"),
      mended("the same, spelled in two ways",
             with_isrcs("XYBLG1101234", "xy-blg-11-01234"), "ISRC_TWICE note 2",
             with_isrcs("XYBLG1101234", "XYBLG1101234")),
      mended("the same, and bad", with_isrcs("?", "?"),
             "ISRC_SYNTAX warning 1 ISRC_SYNTAX warning 2", three()),
  });
}

REDBOOK_TEST(test_flags) {
  check({
      good("pre-emphasis", with_flags({.pre_emphasis = true})),
      good("copies permitted", with_flags({.copy = Copy::permitted})),
      good("SCMS", with_flags({.copy = Copy::scms})),
      told("four channels", with_flags({.four_channel = true}), "FOUR_CHANNEL note 2"),
      told("everything", with_flags({"XYBLG1101234", true, Copy::permitted, true}),
           "FOUR_CHANNEL note 2"),
  });
}

REDBOOK_TEST(test_findings_come_in_the_order_of_the_disc) {
  auto disc = disc_of({299, 4500});
  disc.mcn = "1";
  disc.tracks[1].indexes = {Blocks{5}};
  disc.tracks[1].subcode.isrc = "1";

  assert_text(names(lint(disc).findings),
              "MCN_SYNTAX warning 0 TRACK_TOO_SHORT error 1 INDEX_TOO_CLOSE warning 2 "
              "ISRC_SYNTAX warning 2 ");
}

REDBOOK_TEST(test_texts_and_packs_are_not_touched) {
  auto disc = three();
  disc.texts.title = "\"\n";
  disc.tracks[0].texts.message = std::string(10000, 'x');
  disc.genre = "Rock";
  disc.language = "de";
  disc.cdtext = {std::byte{1}};

  const auto linted = lint(disc);

  ck_assert(linted.disc == disc);
  ck_assert(linted.findings.empty());
}

REDBOOK_TEST(test_linting_twice_finds_nothing_more_to_mend) {
  const auto once = lint(with_indexes({100, 50, 105, 5000}));
  const auto twice = lint(once.disc);

  ck_assert(twice.disc == once.disc);
  assert_text(names(twice.findings), "");
}

REDBOOK_TEST(test_findings_are_sentences) {
  const auto syntax = lint(with_isrcs("XYBLG110123"));
  const auto checksum = lint(with_mcn("051149201118"));
  const auto too_short = lint(disc_of({299}));

  assert_text(sentence_of(syntax.findings.at(0)),
              "Track 1: its ISRC \"XYBLG110123\" is not five letters or digits and seven "
              "digits. It was left out.");
  assert_text(sentence_of(checksum.findings.at(0)),
              "Disc: the last digit of its catalogue number \"0051149201118\" is not the "
              "check digit of the others. It was left out.");
  assert_text(sentence_of(too_short.findings.at(0)),
              "Track 1: it is 00:03:74 long, and 4 seconds are the least.");
}

REDBOOK_TEST(test_negative_pregap_is_not_called_long) {
  const auto linted = lint(with_pregap(-1));

  ck_assert(only_sentence(linted).find("longer") == std::string::npos);
}

REDBOOK_TEST(test_findings_have_the_codes_of_imapi) {
  const auto code = [](const Disc &disc) { return lint(disc).findings.at(0).code; };

  ck_assert_uint_eq(code(with_mcn("1")), 0xC0AA050C);
  ck_assert_uint_eq(code(with_isrcs("1")), 0xC0AA050B);
  ck_assert_uint_eq(code(disc_of({299})), code_of(Result::track_not_big_enough));
  ck_assert_uint_eq(code(disc_of_tracks(100)), code_of(Result::track_limit));
  ck_assert_uint_eq(code(disc_of({359850})), code_of(Result::disc_full));
  ck_assert_uint_eq(code({}), code_of(Result::invalid_image));
  ck_assert_uint_eq(code(with_indexes({9})), 0x80AA0A0A);
  ck_assert_uint_eq(code(with_index_points(99, 10)), 0x80AA0A06);
  ck_assert_uint_eq(code(with_flags({.four_channel = true})), 0);
}
