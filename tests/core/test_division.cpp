#include "disc/division.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr std::int64_t second = samples_per_second;

// Tracks that start at these seconds, each as long as to the next; the last to `end`.
std::vector<TocTrack> tracks_at(std::vector<std::int64_t> starts, std::int64_t end) {
  std::vector<TocTrack> tracks;
  for (std::size_t i = 0; i < starts.size(); ++i)
    tracks.push_back({.start = starts[i] * second,
                      .stop = (i + 1 < starts.size() ? starts[i + 1] : end) * second,
                      .chapters = {},
                      .texts = {}});
  return tracks;
}

// Staged in one go at the start of the disc.
StagedSpan span_of(std::int64_t seconds) { return {0, 0, seconds * second, Lba{0}}; }

// pregap+length of each piece, then how many complaints there are.
std::string pieces(const Division &division) {
  std::string text;
  for (const auto &piece : division.pieces)
    text += std::to_string(piece.pregap.count()) + '+' +
            std::to_string((piece.length - piece.pregap).count()) + ' ';
  return text + std::to_string(division.warnings.size());
}

std::string divided(const std::vector<TocTrack> &tracks, const StagedSpan &span,
                    Opening opening = Opening::in_track) {
  return pieces(divide(tracks, span, opening));
}

}  // namespace

REDBOOK_TEST(test_tracks_begin_where_the_table_says) {
  assert_text(divided(tracks_at({0, 10, 30}, 60), span_of(60)), "0+750 0+1500 0+2250 0");
}

REDBOOK_TEST(test_a_track_may_say_how_long_its_pregap_is) {
  auto tracks = tracks_at({0, 10, 30}, 60);
  tracks[0].pregap = Blocks{150};
  tracks[1].pregap = Blocks{75};
  tracks[1].chapters = {20 * second};
  tracks[2].pregap = Blocks{2250};  // all of it

  const auto division = divide(tracks, span_of(60), Opening::hidden);

  assert_text(pieces(division), "150+600 75+1425 0+2250 0");
  ck_assert(division.pieces[1].indexes == std::vector{Blocks{675}});
}

REDBOOK_TEST(test_starts_go_to_the_nearest_block) {
  auto tracks = tracks_at({0, 10}, 20);
  tracks[1].start += 293;
  assert_text(divided(tracks, span_of(20)), "0+750 0+750 0");

  tracks[1].start += 1;
  assert_text(divided(tracks, span_of(20)), "0+751 0+749 0");
}

REDBOOK_TEST(test_audio_before_the_first_track_belongs_to_it) {
  const auto tracks = tracks_at({5, 20}, 40);

  assert_text(divided(tracks, span_of(40)), "0+1500 0+1500 0");
  assert_text(divided(tracks, span_of(40), Opening::hidden), "375+1125 0+1500 0");
}

REDBOOK_TEST(test_marks_behind_the_end_are_left_out) {
  assert_text(divided(tracks_at({0, 10, 30, 60}, 70), span_of(30)), "0+750 0+1500 2");
}

REDBOOK_TEST(test_tracks_under_four_seconds_are_joined_to_the_one_before) {
  const auto division =
      divide(tracks_at({0, 10, 13, 30}, 60), span_of(60), Opening::in_track);

  assert_text(pieces(division), "0+750 0+1500 0+2250 1");
  ck_assert_int_eq(division.too_short, 1);
}

REDBOOK_TEST(test_span_later_in_the_stream_takes_the_track_that_is_playing) {
  auto tracks = tracks_at({0, 10, 30}, 60);
  tracks[1].texts.title = "Two";
  const StagedSpan from_20{.first_byte = 0,
                           .first_sample = 20 * second,
                           .samples = 40 * second,
                           .track_start = {}};

  const auto division = divide(tracks, from_20, Opening::in_track);

  assert_text(pieces(division), "0+750 0+2250 0");
  assert_text(division.pieces[0].texts.title, "Two");
}

REDBOOK_TEST(test_chapters_become_indexes_inside_their_track) {
  auto tracks = tracks_at({0, 20}, 40);
  tracks[0].chapters = {0, 5 * second, 5 * second + 1, 10 * second, 20 * second};

  const auto division = divide(tracks, span_of(40), Opening::in_track);

  ck_assert(division.pieces[0].indexes ==
            (std::vector<Blocks>{Blocks{375}, Blocks{750}}));
  ck_assert(division.pieces[1].indexes.empty());
}

REDBOOK_TEST(test_99_indexes_are_the_most) {
  auto tracks = tracks_at({0}, 200);
  for (int i = 1; i <= 150; ++i) tracks[0].chapters.push_back(i * second);

  const auto division = divide(tracks, span_of(200), Opening::in_track);

  ck_assert_uint_eq(division.pieces[0].indexes.size(), 98);
}

REDBOOK_TEST(test_times_must_rise) {
  ck_assert(!fault_of(tracks_at({0, 10, 30}, 60)));
  ck_assert(fault_of(tracks_at({0, 30, 10}, 60)));
  ck_assert(fault_of(tracks_at({0, 0}, 60)));
  ck_assert(fault_of(tracks_at({10}, 5)));
}

REDBOOK_TEST(test_table_of_the_whole_disc_is_told_from_that_of_the_stream) {
  const auto tracks = tracks_at({0, 100, 300}, 600);

  ck_assert(fit_of(tracks, span_of(600), {}) == Fit::fits);
  ck_assert(fit_of(tracks, span_of(598), {}) == Fit::fits);
  ck_assert(fit_of(tracks, span_of(597), {}) == Fit::ended_early);
  ck_assert(fit_of(tracks, span_of(200), {}) == Fit::unrelated);
  ck_assert(fit_of(tracks, span_of(450), {}) == Fit::ended_early);
  ck_assert(fit_of(tracks, span_of(450), 450 * second) == Fit::unrelated);
  ck_assert(fit_of(tracks, span_of(450), 600 * second) == Fit::ended_early);
}

REDBOOK_TEST(test_starts_are_known_before_the_audio_is) {
  const auto tracks = tracks_at({0, 10, 20}, 30);
  const StagedSpan from_5_s_on{.first_byte = 300 * bytes_per_block,
                               .first_sample = 5 * second,
                               .track_start = Lba{300}};

  const auto starts = possible_starts(tracks, from_5_s_on);

  ck_assert_uint_eq(starts.size(), 2);
  ck_assert_int_eq(starts[0].value(), 300 + 5 * 75);
  ck_assert_int_eq(starts[1].value(), 300 + 15 * 75);
}
