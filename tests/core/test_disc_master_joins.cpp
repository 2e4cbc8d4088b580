// How tracks end and the next one begins: padded, gapless, short, empty (imapi.md Q4,
// Q6).
#include "disc_master_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr std::int64_t four_seconds = 300 * 2352;

// `bytes` of counting audio with silence up to `length`.
Pcm filled_up(std::int64_t bytes, Blocks length) {
  auto audio = counting_audio(bytes);
  audio.resize(static_cast<std::size_t>(length.bytes()));
  return audio;
}

}  // namespace

REDBOOK_TEST(test_last_block_is_padded_with_silence) {
  Staging staging;

  const auto closed = staging.stage_bytes(four_seconds + 4);

  assert_result(closed.result, ok);
  ck_assert_int_eq(closed.number, 1);
  ck_assert_int_eq(closed.padded_samples, 587);
  assert_text(staging.tracks(), "0+0+301 ");
  ck_assert(staging.recorded() == filled_up(four_seconds + 4, Blocks{301}));
}

REDBOOK_TEST(test_whole_blocks_are_not_padded) {
  Staging staging;

  const auto closed = staging.stage(Blocks{301});

  ck_assert_int_eq(closed.padded_samples, 0);
  ck_assert(staging.recorded() == counting_audio(Blocks{301}));
}

REDBOOK_TEST(test_padded_tracks_stand_end_to_end) {
  Staging staging;
  staging.stage_bytes(four_seconds + 4);

  staging.stage_bytes(four_seconds, Join::padded, 9999);

  assert_text(staging.tracks(), "0+0+301 301+0+300 ");
  ck_assert_int_eq(sample_at(staging.recorded(), 301 * 2352), 9999);
}

REDBOOK_TEST(test_track_has_a_gap_of_its_own) {
  Staging staging{{.gap = Blocks{2}}};

  for (const auto gap : {3, 0, 1}) {
    assert_result(staging.master.create_audio_track({}, Blocks{gap}), ok);
    staging.master.append(counting_audio(Blocks{300}, 7));
    staging.master.close_audio_track(Join::padded);
  }

  assert_text(staging.tracks(), "0+3+300 303+0+300 603+1+300 ");
  ck_assert_int_eq(sample_at(staging.recorded(), Blocks{3}.bytes()), 7);
}

REDBOOK_TEST(test_gap_after_a_gapless_track_loses_nothing) {
  Staging staging;
  staging.stage_bytes(four_seconds + 8, Join::gapless, 1);

  staging.master.create_audio_track({}, Blocks{1});
  staging.master.append(counting_audio(four_seconds, 9));
  staging.master.close_audio_track(Join::padded);

  assert_text(staging.tracks(), "0+0+300 300+1+301 ");
  const auto recorded = staging.recorded();
  ck_assert_int_eq(sample_at(recorded, four_seconds + 4), 300 * 588 + 2);
  ck_assert_int_eq(sample_at(recorded, four_seconds + 8 + 2352), 9);
}

REDBOOK_TEST(test_gap_is_silence_between_tracks_only) {
  Staging staging{{.gap = Blocks{2}}};
  staging.stage_bytes(four_seconds, Join::padded, 1);

  staging.stage_bytes(four_seconds, Join::padded, 1);

  const auto recorded = staging.recorded();
  assert_text(staging.tracks(), "0+0+300 300+2+300 ");
  ck_assert_uint_eq(recorded.size(), 602 * 2352);
  ck_assert_int_eq(sample_at(recorded, 300 * 2352 - 4), 300 * 588);
  ck_assert_int_eq(sample_at(recorded, 300 * 2352), 0);
  ck_assert_int_eq(sample_at(recorded, 302 * 2352 - 4), 0);
  ck_assert_int_eq(sample_at(recorded, 302 * 2352), 1);
}

REDBOOK_TEST(test_gapless_audio_runs_on_without_a_hole) {
  Staging staging;
  const std::int64_t first = four_seconds + 100 * 4;
  const std::int64_t second = four_seconds + 500 * 4;
  const auto one = staging.stage_bytes(first, Join::gapless);

  const auto two = staging.stage_bytes(second, Join::gapless, first / 4);
  staging.master.finish();

  ck_assert_int_eq(one.padded_samples + two.padded_samples, 0);
  assert_text(staging.tracks(), "0+0+300 300+0+302 ");
  ck_assert(staging.recorded() == filled_up(first + second, Blocks{602}));
}

REDBOOK_TEST(test_open_track_does_not_count_what_was_carried_into_it) {
  Staging staging;
  staging.stage_bytes(four_seconds + 400, Join::gapless);

  staging.master.create_audio_track();
  staging.master.append(silence(1000));

  ck_assert_int_eq(staging.master.open_track_bytes(), 1000);
  ck_assert_int_eq(staging.master.next_byte(), four_seconds + 1400);
}

REDBOOK_TEST(test_padded_track_after_a_gapless_one_ends_at_a_block) {
  Staging staging;
  staging.stage_bytes(four_seconds + 400, Join::gapless);

  const auto closed = staging.stage_bytes(four_seconds, Join::padded, 100);

  ck_assert_int_eq(closed.padded_samples, 488);
  assert_text(staging.tracks(), "0+0+300 300+0+301 ");
}

REDBOOK_TEST(test_gapless_track_under_four_seconds_is_padded) {
  Staging staging;

  const auto closed = staging.stage_bytes(four_seconds - 4, Join::gapless);

  ck_assert_int_eq(closed.padded_samples, 1);
  assert_text(staging.tracks(), "0+0+300 ");
}

REDBOOK_TEST(test_nothing_is_carried_over_a_gap) {
  Staging staging{{.gap = Blocks{10}}};
  staging.stage_bytes(four_seconds + 4, Join::gapless);

  staging.stage_bytes(four_seconds, Join::gapless);

  assert_text(staging.tracks(), "0+0+301 301+10+300 ");
}

REDBOOK_TEST(test_torn_sample_does_not_shift_the_next_gapless_track) {
  Staging staging;
  staging.stage_bytes(four_seconds + 3, Join::gapless);

  staging.stage_bytes(four_seconds, Join::gapless, 4242);

  const auto recorded = staging.recorded();
  const auto at_4 = sample_at(recorded, four_seconds + 4);
  ck_assert(at_4 == 4242 || at_4 == 4243);  // the torn one completed, or left out
}

REDBOOK_TEST(test_finish_fills_up_what_was_carried) {
  Staging staging;
  staging.stage_bytes(four_seconds + 4, Join::gapless);

  staging.master.finish();
  staging.master.finish();

  assert_text(staging.tracks(), "0+0+301 ");
  ck_assert(staging.recorded() == filled_up(four_seconds + 4, Blocks{301}));
}

REDBOOK_TEST(test_finish_waits_for_the_open_track) {
  Staging staging;
  staging.stage_bytes(four_seconds + 4, Join::gapless);
  staging.master.create_audio_track();

  staging.master.finish();

  assert_text(staging.tracks(), "0+0+300 open ");
}

REDBOOK_TEST(test_recording_finishes_the_disc) {
  Staging staging;
  staging.stage_bytes(four_seconds + 4, Join::gapless);

  ck_assert(staging.recorded() == filled_up(four_seconds + 4, Blocks{301}));
  assert_text(staging.tracks(), "0+0+301 ");
}

REDBOOK_TEST(test_track_without_audio_is_dropped) {
  Staging staging;
  staging.stage_bytes(four_seconds + 4, Join::gapless);

  const auto empty = staging.stage_bytes(0);
  const auto next =
      staging.stage_bytes(four_seconds, Join::gapless, four_seconds / 4 + 1);

  assert_result(empty.result, ok);
  ck_assert_int_eq(empty.number, 0);
  ck_assert_int_eq(empty.padded_samples, 0);
  ck_assert_int_eq(next.number, 2);
  ck_assert(staging.recorded() == filled_up(2 * four_seconds + 4, Blocks{601}));
}

REDBOOK_TEST(test_disc_without_audio_makes_no_stash) {
  int stashes = 0;
  DiscMaster master{{}, [&]() -> std::shared_ptr<Stash> { return ++stashes, nullptr; }};

  master.create_audio_track();
  master.append({});
  master.append_silence(0);
  master.close_audio_track();

  ck_assert_int_eq(stashes, 0);
  assert_result(master.begin_recording(), invalid_image);
}

REDBOOK_TEST(test_short_track_is_padded_to_four_seconds) {
  Staging staging;

  const auto closed = staging.stage_bytes(4);

  ck_assert_int_eq(closed.padded_samples, 300 * 588 - 1);
  assert_text(staging.tracks(), "0+0+300 ");
  ck_assert(staging.recorded() == filled_up(4, Blocks{300}));
}

REDBOOK_TEST(test_short_track_is_refused_where_asked) {
  Staging staging{{.short_track = ShortTrack::error}};

  const auto closed = staging.stage_bytes(299 * 2352);

  assert_result(closed.result, track_not_big_enough);
  assert_text(staging.tracks(), "open ");
  assert_result(staging.master.append_silence(1), ok);
  assert_result(staging.master.close_audio_track().result, ok);
  assert_text(staging.tracks(), "0+0+300 ");
}

REDBOOK_TEST(test_short_track_needs_room_for_its_silence) {
  Staging staging{{.capacity = Blocks{599}}};
  staging.stage(Blocks{300});

  const auto closed = staging.stage(Blocks{100});

  assert_result(closed.result, disc_full);
  assert_text(staging.tracks(), "0+0+300 open ");
}
