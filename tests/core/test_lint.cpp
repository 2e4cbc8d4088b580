#include "disc/lint.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr Blocks no_limit{1 << 30};

/// Tracks of these lengths end to end, without pregaps.
Disc disc_of(std::initializer_list<int> lengths) {
  Disc disc;
  for (const auto length : lengths)
    disc.tracks.push_back({disc.lead_out(), {}, Blocks{length}, {}, {}});
  return disc;
}

Disc disc_of_tracks(int number, int length = 300) {
  Disc disc;
  for (int i = 0; i < number; ++i)
    disc.tracks.push_back({disc.lead_out(), {}, Blocks{length}, {}, {}});
  return disc;
}

/// Three tracks of a minute.
Disc three() { return disc_of({4500, 4500, 4500}); }

template <typename Change>
Disc three_with(Change &&change) {
  auto disc = three();
  change(disc);
  return disc;
}

Disc with_mcn(const std::string &mcn) {
  return three_with([&](Disc &disc) { disc.mcn = mcn; });
}

Disc with_isrcs(const std::string &first, const std::string &second = {},
                const std::string &third = {}) {
  return three_with([&](Disc &disc) {
    disc.tracks[0].subcode.isrc = first;
    disc.tracks[1].subcode.isrc = second;
    disc.tracks[2].subcode.isrc = third;
  });
}

/// Track 2 has these index points from 02 on.
Disc with_indexes(std::initializer_list<int> indexes) {
  return three_with([&](Disc &disc) {
    for (const auto index : indexes) disc.tracks[1].indexes.push_back(Blocks{index});
  });
}

Disc with_index_points(int number, int distance) {
  return three_with([&](Disc &disc) {
    for (int i = 1; i <= number; ++i)
      disc.tracks[1].indexes.push_back(Blocks{i * distance});
  });
}

/// Track 2 has this pregap; its length stays.
Disc with_pregap(int pregap) {
  return three_with([&](Disc &disc) { disc.tracks[1].pregap = Blocks{pregap}; });
}

Disc with_flags(const Subcode &flags) {
  return three_with([&](Disc &disc) { disc.tracks[1].subcode = flags; });
}

/// Track 1 of `length`, then a track whose pregap is `pregap`.
Disc short_before(int length, int pregap) {
  auto disc = disc_of({length, 4500});
  disc.tracks[1].pregap = Blocks{pregap};
  return disc;
}

/// Each finding as `NAME severity track`, and a blank behind it.
std::string names(const Findings &findings) {
  std::string text;
  for (const auto &finding : findings)
    text += finding.name + ' ' + name_of(finding.severity) + ' ' +
            std::to_string(finding.track) + ' ';
  return text;
}

struct Case {
  const char *what;
  Disc disc;
  std::string findings;  ///< as names() has them
  Disc repaired;
  Blocks capacity = eighty_minutes;
};

Case good(const char *what, const Disc &disc, Blocks capacity = eighty_minutes) {
  return {what, disc, {}, disc, capacity};
}

/// Told, and left as it is.
Case told(const char *what, const Disc &disc, const char *findings,
          Blocks capacity = eighty_minutes) {
  return {what, disc, std::string{findings} + ' ', disc, capacity};
}

Case mended(const char *what, const Disc &disc, const char *findings,
            const Disc &repaired) {
  return {what, disc, std::string{findings} + ' ', repaired};
}

void check(const Case &layout) {
  const auto linted = lint(layout.disc, layout.capacity);

  const auto found = names(linted.findings);
  ck_assert_msg(found == layout.findings, "%s: '%s' instead of '%s'", layout.what,
                found.c_str(), layout.findings.c_str());
  ck_assert_msg(linted.disc == layout.repaired, "%s: repaired otherwise", layout.what);
  ck_assert_msg(linted.can_be_made() == (found.find(" error ") == std::string::npos),
                "%s: can_be_made()", layout.what);
}

void check(std::initializer_list<Case> layouts) {
  for (const auto &layout : layouts) check(layout);
}

const std::string &only_sentence(const Linted &linted) {
  ck_assert_uint_eq(linted.findings.size(), 1);
  return linted.findings.front().sentence;
}

}  // namespace

START_TEST(test_lengths) {
  check({
      good("one track of 4 seconds", disc_of({300})),
      good("three tracks", three()),
      good("99 tracks of 4 seconds", disc_of_tracks(99)),
      good("74 minutes", disc_of({332850})),
      told("no track", {}, "NO_TRACKS error 0"),
      told("100 tracks", disc_of_tracks(100), "TRACK_LIMIT error 0"),
      told("150 tracks", disc_of_tracks(150), "TRACK_LIMIT error 0"),
      told("74 minutes and a block", disc_of({332851}), "LONGER_THAN_74_MINUTES note 0"),
      told("80 minutes", disc_of({359849}), "LONGER_THAN_74_MINUTES note 0"),
      told("80 minutes and a block", disc_of({359850}), "LEADOUT_LIMIT error 0"),
      told("one block more than the blank", disc_of({300, 301}), "LEADOUT_LIMIT error 0",
           Blocks{600}),
      good("as much as the blank", disc_of({300, 300}), Blocks{600}),
      told("80 minutes and a block on a larger blank", disc_of({359850}),
           "LONGER_THAN_80_MINUTES note 0", Blocks{404850}),
      told("as long as can be told", disc_of({449849}), "LONGER_THAN_80_MINUTES note 0",
           no_limit),
      told("longer than can be told", disc_of({449850}), "LEADOUT_LIMIT error 0",
           no_limit),
  });
}
END_TEST

START_TEST(test_short_tracks) {
  check({
      told("the only track one block short", disc_of({299}), "TRACK_TOO_SHORT error 1"),
      told("a track of nothing", disc_of({300, 0, 300}), "TRACK_TOO_SHORT error 2"),
      told("the last track short", disc_of({300, 299}), "TRACK_TOO_SHORT error 2"),
      told("two short tracks", disc_of({299, 300, 299}),
           "TRACK_TOO_SHORT error 1 TRACK_TOO_SHORT error 3"),
      told("a pregap leaves too little", with_pregap(4201), "TRACK_TOO_SHORT error 2"),
      good("a pregap leaves 4 seconds", with_pregap(4200)),
      told("a pregap is all of the track", with_pregap(4500), "TRACK_TOO_SHORT error 2"),
      told("4 seconds with the pregap behind it", short_before(299, 1),
           "TRACK_SHORT_WITHOUT_PREGAP note 1"),
      told("2 seconds, and 2 of pregap", short_before(150, 150),
           "TRACK_SHORT_WITHOUT_PREGAP note 1"),
      told("not even so", short_before(298, 1), "TRACK_TOO_SHORT error 1"),
      good("4 seconds without it", short_before(300, 150)),
  });
}
END_TEST

START_TEST(test_places) {
  const auto hidden =
      three_with([](Disc &disc) { disc.tracks[0].pregap = Blocks{3000}; });
  const auto hole = three_with(
      [](Disc &disc) { disc.tracks[2].start = disc.tracks[2].start + Blocks{1}; });
  const auto overlap = three_with(
      [](Disc &disc) { disc.tracks[2].start = disc.tracks[2].start - Blocks{1}; });
  const auto late = three_with([](Disc &disc) {
    for (auto &track : disc.tracks) track.start = track.start + Blocks{150};
  });
  const auto early = three_with([](Disc &disc) {
    for (auto &track : disc.tracks) track.start = track.start - Blocks{150};
  });
  check({
      good("a hidden track before track 1", hidden),
      good("a pregap of a block", with_pregap(1)),
      told("a hole", hole, "TRACK_PLACE error 3"),
      told("an overlap", overlap, "TRACK_PLACE error 3"),
      told("track 1 not at LBA 0", late, "TRACK_PLACE error 1"),
      told("track 1 before LBA 0", early, "TRACK_PLACE error 1"),
      told("a pregap of less than nothing", with_pregap(-1), "PREGAP_LENGTH error 2"),
  });
}
END_TEST

START_TEST(test_pregap_longer_than_its_track_is_one_fault) {
  check(told("longer than the track", with_pregap(4501), "PREGAP_LENGTH error 2"));
}
END_TEST

START_TEST(test_index_points) {
  const auto track_1 = three_with([](Disc &disc) {
    disc.tracks[0].pregap = Blocks{100};
    disc.tracks[0].indexes = {Blocks{10}, Blocks{4399}};
  });
  const auto behind_pregap = [](int index) {
    auto disc = with_indexes({index});
    disc.tracks[1].pregap = Blocks{150};
    return disc;
  };
  auto none_behind_pregap = behind_pregap(0);
  none_behind_pregap.tracks[1].indexes.clear();
  check({
      good("one", with_indexes({2250})),
      good("10 blocks apart", with_indexes({10, 20})),
      good("on the last block", with_indexes({4499})),
      good("index 99", with_index_points(98, 10)),
      good("in track 1, behind a hidden track", track_1),
      good("on the last block, behind a pregap", behind_pregap(4349)),
      mended("at the end, behind a pregap", behind_pregap(4350),
             "INDEX_OUTSIDE warning 2", none_behind_pregap),
      mended("at the end", with_indexes({4500}), "INDEX_OUTSIDE warning 2", three()),
      mended("two behind the end", with_indexes({100, 5000, 6000}),
             "INDEX_OUTSIDE warning 2", with_indexes({100})),
      mended("at index 01", with_indexes({0, 100}), "INDEX_ORDER warning 2",
             with_indexes({100})),
      mended("before index 01", with_indexes({-100, 100}), "INDEX_ORDER warning 2",
             with_indexes({100})),
      mended("twice the same", with_indexes({100, 100}), "INDEX_ORDER warning 2",
             with_indexes({100})),
      mended("falling", with_indexes({300, 200, 400}), "INDEX_ORDER warning 2",
             with_indexes({300, 400})),
      mended("9 blocks behind index 01", with_indexes({9}), "INDEX_TOO_CLOSE warning 2",
             three()),
      mended("9 blocks apart", with_indexes({100, 109, 110}), "INDEX_TOO_CLOSE warning 2",
             with_indexes({100, 110})),
      mended("index 100", with_index_points(99, 10), "INDEX_LIMIT warning 2",
             with_index_points(98, 10)),
      mended("all faults in one track", with_indexes({100, 50, 105, 5000}),
             "INDEX_ORDER warning 2 INDEX_OUTSIDE warning 2 INDEX_TOO_CLOSE warning 2",
             with_indexes({100})),
  });
}
END_TEST

START_TEST(test_catalogue_numbers) {
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
END_TEST

START_TEST(test_recording_codes) {
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
END_TEST

START_TEST(test_flags) {
  check({
      good("pre-emphasis", with_flags({.pre_emphasis = true})),
      good("copies permitted", with_flags({.copy = Copy::permitted})),
      good("SCMS", with_flags({.copy = Copy::scms})),
      told("four channels", with_flags({.four_channel = true}), "FOUR_CHANNEL note 2"),
      told("everything", with_flags({"XYBLG1101234", true, Copy::permitted, true}),
           "FOUR_CHANNEL note 2"),
  });
}
END_TEST

START_TEST(test_findings_come_in_the_order_of_the_disc) {
  auto disc = disc_of({299, 4500});
  disc.mcn = "1";
  disc.tracks[1].indexes = {Blocks{5}};
  disc.tracks[1].subcode.isrc = "1";

  assert_text(names(lint(disc).findings),
              "MCN_SYNTAX warning 0 TRACK_TOO_SHORT error 1 INDEX_TOO_CLOSE warning 2 "
              "ISRC_SYNTAX warning 2 ");
}
END_TEST

START_TEST(test_texts_and_packs_are_not_touched) {
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
END_TEST

START_TEST(test_linting_twice_finds_nothing_more_to_mend) {
  const auto once = lint(with_indexes({100, 50, 105, 5000}));
  const auto twice = lint(once.disc);

  ck_assert(twice.disc == once.disc);
  assert_text(names(twice.findings), "");
}
END_TEST

START_TEST(test_findings_are_sentences) {
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
END_TEST

START_TEST(test_negative_pregap_is_not_called_long) {
  const auto linted = lint(with_pregap(-1));

  ck_assert(only_sentence(linted).find("longer") == std::string::npos);
}
END_TEST

START_TEST(test_findings_have_the_codes_of_imapi) {
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
END_TEST

int main() {
  return run(
      "lint",
      {test_lengths, test_short_tracks, test_places,
       test_pregap_longer_than_its_track_is_one_fault, test_index_points,
       test_catalogue_numbers, test_recording_codes, test_flags,
       test_findings_come_in_the_order_of_the_disc, test_texts_and_packs_are_not_touched,
       test_linting_twice_finds_nothing_more_to_mend, test_findings_are_sentences,
       test_negative_pregap_is_not_called_long, test_findings_have_the_codes_of_imapi});
}
