// The drawings of a disc: where things stand, and that nothing of it is lost.
#include "discs.hpp"
#include "report/format/disc_map.hpp"
#include "report/format/html_page.hpp"
#include "report/format/svg_picture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// Four tracks of 280 units each in the drawing, the second with a pregap of 70 units
/// and an index 02 140 units behind its start.
Report report_of_four() {
  Report report{.program = "redbooksink 1.0", .created = "2026-11-21T04:30:00Z"};
  report.disc = {{{Lba{0}, {}, Blocks{4000}, {}, {"One"}},
                  {Lba{4000}, Blocks{1000}, Blocks{4000}, {Blocks{2000}}, {}},
                  {Lba{8000}, {}, Blocks{4000}, {}, {}},
                  {Lba{12000}, {}, Blocks{4000}, {}, {}}}};
  report.destination = {"/music/album.cue", "image"};
  report.outcome.tracks_written = 4;
  return report;
}

bool has(const Markup &markup, const std::string &part) {
  return markup.string().find(part) != std::string::npos;
}
bool has(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

std::size_t count_of(const std::string &text, const std::string &part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

REDBOOK_TEST(test_tracks_stand_to_scale) {
  const auto map = disc_map(report_of_four());

  for (const auto *x : {"40", "320", "600", "880"})
    ck_assert(has(map, std::string{"<rect x=\""} + x +
                           "\" y=\"24\" width=\"280\" height=\"212\" class=\"band"));
  ck_assert(has(map,
                "<text x=\"394\" y=\"40\" text-anchor=\"start\" "
                "class=\"number\">2</text>"));
}

REDBOOK_TEST(test_pregap_is_hatched_from_index_0_to_index_1) {
  const auto map = disc_map(report_of_four());

  ck_assert(has(map,
                "<title>Pregap of track 2, 00:13.25</title><rect x=\"320\" y=\"24\" "
                "width=\"70\" height=\"212\" class=\"pregap\">"));
  ck_assert_uint_eq(count_of(map.string(), "class=\"pregap\""), 1);
}

REDBOOK_TEST(test_short_pregap_is_wide_enough_to_be_seen) {
  auto report = report_of_four();
  report.disc.tracks[1].pregap = Blocks{1};

  ck_assert(has(disc_map(report), "<rect x=\"317.1\" y=\"24\" width=\"3\" "));
}

REDBOOK_TEST(test_index_stands_at_its_place) {
  const auto map = disc_map(report_of_four());

  ck_assert(has(map, "<title>Track 2, index 2 at 01:33.25</title>"));
  ck_assert(has(map, "<path d=\"M530 68L530 250\" class=\"index\">"));
}

REDBOOK_TEST(test_audio_is_drawn_around_the_middle_of_its_channel) {
  auto report = report_of_four();
  report.waveform = {{{-32768, 16384}, {}}, {{}, {0, 32767}}};

  const auto map = disc_map(report);

  ck_assert(
      has(map, "<path d=\"M320 89.5L880 109.7L880 110.3L320 151Z\" class=\"wave\">"));
  ck_assert(
      has(map, "<path d=\"M320 193.7L880 153L880 194.3L320 194.3Z\" class=\"wave\">"));
}

REDBOOK_TEST(test_finding_marks_its_track_by_the_worst) {
  auto report = report_of_four();
  report.findings = {{"A", Severity::note, 3, "odd.", "", 0},
                     {"B", Severity::error, 3, "bad.", "", 0},
                     {"C", Severity::warning, 0, "changed.", "", 0}};

  const auto map = disc_map(report);

  ck_assert(has(map,
                "<title>note: Track 3: odd. error: Track 3: bad.</title>"
                "<g transform=\"translate(608 10)\"><rect"));
  ck_assert(has(map,
                "<title>warning: Disc: changed.</title>"
                "<g transform=\"translate(20 10)\"><path"));
}

REDBOOK_TEST(test_capacity_says_what_is_left) {
  auto report = report_of_four();
  report.destination.which.capacity = Blocks{20000};

  const auto bar = capacity_bar(report);

  ck_assert(has(bar, "Capacity: 03:33.25 of 04:26.50 used, 00:53.25 left"));
  ck_assert(has(bar, ">80 min</text>"));
  ck_assert(has(bar, ">76:24 left</text>"));
}

REDBOOK_TEST(test_capacity_says_what_is_over) {
  auto report = report_of_four();
  report.destination.which.capacity = Blocks{15000};

  const auto bar = capacity_bar(report);

  ck_assert(has(bar, "00:13.25 over"));
  ck_assert(has(bar, "class=\"over\""));
}

REDBOOK_TEST(test_title_without_room_is_cut) {
  auto report = report_of_four();
  report.disc.tracks[0].texts.title = std::string(200, 'x');
  report.disc.tracks[1].pregap = Blocks{3999};
  report.disc.tracks[1].texts.title = "no room";

  const auto map = disc_map(report);

  ck_assert(has(map, "xxx…</text>"));
  ck_assert(!has(map, ">no room</text>"));
  ck_assert(has(map, "<title>Track 2: no room."));
}

REDBOOK_TEST(test_ninety_nine_tracks_are_all_there) {
  auto report = report_of_four();
  report.disc.tracks.clear();
  for (int i = 0; i < 99; ++i)
    report.disc.tracks.push_back({report.disc.lead_out(), {}, Blocks{300}, {}, {}});

  ck_assert_uint_eq(count_of(disc_map(report).string(), "<title>Track "), 99);
  ck_assert_uint_eq(count_of(html_of(report), "<th scope=\"row\""), 99);
}

REDBOOK_TEST(test_page_and_drawing_say_which_disc_of_several) {
  auto report = report_of_four();
  report.destination.which = {2, 3, 1, 1};

  ck_assert(has(html_of(report), "<dd>disc 2 of 3</dd>"));
  ck_assert(has(svg_of(report), "It is disc 2 of 3."));
}

REDBOOK_TEST(test_nothing_in_tags_becomes_markup) {
  const std::string hostile = "\"'><script>alert(1)</script>&\x1b";
  auto report = report_of_four();
  report.disc.texts = {hostile, hostile, hostile, hostile, hostile, hostile};
  report.disc.genre = report.disc.language = report.disc.mcn = hostile;
  for (auto &track : report.disc.tracks) {
    track.texts = report.disc.texts;
    track.subcode.isrc = hostile;
  }
  report.destination.name = hostile;
  report.outcome = {Result::generic, hostile, hostile, 0};
  report.findings = {{hostile, Severity::warning, 1, hostile, hostile, 0}};

  for (const auto &picture : {html_of(report), svg_of(report)}) {
    ck_assert(!has(picture, "<script"));
    ck_assert(!has(picture, "\"'>"));
    ck_assert(!has(picture, "\x1b"));
    ck_assert(has(picture, "&lt;script&gt;alert(1)&lt;/script&gt;&amp;"));
  }
}

REDBOOK_TEST(test_severities_are_told_by_word) {
  auto report = report_of_four();
  report.findings = {
      {"MCN_CHECKSUM", Severity::warning, 0, "it is wrong.", "It went.", 0}};

  ck_assert(has(html_of(report), "</svg>warning</span>"));
  ck_assert(has(html_of(report), "Disc: it is wrong. It went."));
  ck_assert(has(svg_of(report), ">warning</text>"));
}
