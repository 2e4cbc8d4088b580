#include "read_back_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// "1: 3 from 0 to 7 in 2 spans, AR differs", a line for each track that differs.
std::string text_of(const AudioComparison &comparison) {
  std::string text;
  for (const auto &track : comparison.tracks) {
    if (track.identical()) continue;
    text += std::to_string(track.track) + ": " + std::to_string(track.differing) +
            " from " + std::to_string(track.extremes.first) + " to " +
            std::to_string(track.extremes.last) + " in " +
            std::to_string(track.span_count) + " spans";
    if (track.read_accurate_rip)
      text += *track.read_accurate_rip == track.staged_accurate_rip ? ", AR the same"
                                                                    : ", AR differs";
    if (track.has_audio_of) text += ", is track " + std::to_string(track.has_audio_of);
    text += '\n';
  }
  return text;
}

}  // namespace

REDBOOK_TEST(test_good_disc_is_identical_at_the_shift_of_its_drive) {
  for (const int shift : {-2939, -1200, 0, 667, 2940}) {
    const auto comparison = three_tracks(shift).comparison();

    ck_assert_int_eq(comparison.shift, shift);
    ck_assert(comparison.identical() && comparison.alignment.decided);
    ck_assert_int_eq(comparison.lost_at_start, std::max(0, -shift));
    ck_assert_int_eq(comparison.lost_at_end, std::max(0, shift));
    for (const auto &track : comparison.tracks)
      ck_assert_uint_eq(track.read_accurate_rip.value(), track.staged_accurate_rip);
  }
}

REDBOOK_TEST(test_accurate_rip_is_that_of_the_vector_disc) {
  const auto comparison = three_tracks(667).comparison();

  ck_assert_uint_eq(comparison.tracks[0].staged_accurate_rip, 0x7e83d26b);
  ck_assert_uint_eq(*comparison.tracks[1].read_accurate_rip, 0x57026257);
}

REDBOOK_TEST(test_one_flipped_bit_is_found_at_its_sample) {
  for (const int shift : {-1200, 0, 667}) {
    auto reading = three_tracks(shift);
    reading.flip(Blocks{450}.samples() + 12345);

    assert_text(text_of(reading.comparison()),
                "2: 1 from 12345 to 12345 in 1 spans, AR differs\n");
  }
}

REDBOOK_TEST(test_lost_block_is_one_span) {
  auto reading = three_tracks(-1200);
  const auto at = reading.disc.begin() + Blocks{800}.bytes();
  std::fill(at, at + Blocks{1}.bytes(), std::byte{});

  const auto comparison = reading.comparison();

  ck_assert_uint_eq(comparison.tracks[2].spans.size(), 1);
  ck_assert(comparison.tracks[2].spans[0] == comparison.tracks[2].extremes);
  ck_assert_int_eq(comparison.tracks[2].extremes.first, 50 * block);
  ck_assert_int_eq(comparison.tracks[2].extremes.last, 51 * block - 1);
}

REDBOOK_TEST(test_swapped_tracks_are_known_by_their_audio) {
  ReadingBack reading{
      joined({generated_audio(Blocks{300}, 1), generated_audio(Blocks{300}, 2),
              generated_audio(Blocks{300}, 3)}),
      {Blocks{300}, Blocks{300}, Blocks{300}}};
  reading.disc = joined({generated_audio(Blocks{300}, 1), generated_audio(Blocks{300}, 3),
                         generated_audio(Blocks{300}, 2)});

  const auto comparison = reading.comparison();

  ck_assert(comparison.tracks[0].identical());
  ck_assert_int_eq(comparison.tracks[1].has_audio_of, 3);
  ck_assert_int_eq(comparison.tracks[2].has_audio_of, 2);
}

REDBOOK_TEST(test_disc_of_zeros_is_not_music) {
  auto reading = three_tracks();
  reading.disc = silence(Blocks{1125});

  const auto comparison = reading.comparison();

  ck_assert(!comparison.identical() && !comparison.alignment.decided);
  for (const auto &track : comparison.tracks) {
    ck_assert_int_eq(track.span_count, 1);
    ck_assert_int_gt(track.differing, track.compared / 2);
  }
}

REDBOOK_TEST(test_silence_is_identical_at_no_certain_shift) {
  ReadingBack reading{silence(Blocks{900}), {Blocks{900}}};
  reading.shift = 667;

  const auto comparison = reading.comparison();

  ck_assert(comparison.identical() && !comparison.alignment.decided);
}

REDBOOK_TEST(test_audio_that_repeats_is_compared_at_every_shift_that_may_be) {
  ReadingBack reading{repeating_audio(Blocks{900}), {Blocks{900}}};
  reading.shift = 300;
  reading.flip(600);
  reading.flip(Blocks{900}.samples() - 1000);

  const auto comparison = reading.comparison();

  ck_assert(!comparison.alignment.decided);
  ck_assert_int_eq(comparison.shift, 300);
  assert_text(text_of(comparison), "1: 2 from 600 to 528200 in 2 spans, AR the same\n");
}

REDBOOK_TEST(test_spans_less_than_a_block_apart_are_one_and_no_more_than_20_are_kept) {
  auto reading = three_tracks(667);
  for (int i = 0; i < 40; ++i) {
    reading.flip(i * 3000 + 3000);
    reading.flip(i * 3000 + 3000 + block);
  }

  const auto track = reading.comparison().tracks[0];

  ck_assert_int_eq(track.differing, 80);
  ck_assert_int_eq(track.span_count, 40);
  ck_assert_uint_eq(track.spans.size(), max_spans);
  ck_assert(track.spans[0] == (SampleSpan{3000, 3588}));
  ck_assert(track.spans[19] == (SampleSpan{60000, 60588}));
  ck_assert_int_eq(track.extremes.last, 39 * 3000 + 3588);
}

REDBOOK_TEST(test_samples_beyond_the_ends_are_counted_and_so_is_their_audio) {
  ReadingBack reading{joined({generated_audio(Blocks{300}, 1), silence(Blocks{1})}),
                      {Blocks{301}}};
  reading.shift = 600;

  const auto comparison = reading.comparison();

  ck_assert_int_eq(comparison.lost_at_end, 600);
  ck_assert_int_le(comparison.lost_audio, 12);
  ck_assert_int_eq(comparison.tracks[0].compared, 301 * block - 600);
}

REDBOOK_TEST(test_tracks_apart_lose_their_own_ends) {
  auto reading = three_tracks(667);
  reading.stretches.clear();
  for (const auto &track : reading.tracks) reading.stretches.push_back(track.range);

  const auto comparison = reading.comparison();

  ck_assert(comparison.identical());
  ck_assert_int_eq(comparison.tracks[1].compared, 300 * block - 667);
  ck_assert(!comparison.tracks[1].read_accurate_rip);
}

REDBOOK_TEST(test_progress_rises_to_the_whole_disc) {
  std::vector<std::int64_t> told;
  const auto progress = [&](Blocks completed, Blocks total) {
    assert_blocks(total, 1125);
    told.push_back(completed.count());
  };
  const auto reading = three_tracks();

  compare_audio(reading.audio(), {true, {0}}, progress, {});

  ck_assert(told.front() == 0 && told.back() == 1125);
  ck_assert(std::is_sorted(told.begin(), told.end()));
}

REDBOOK_TEST(test_comparison_is_given_up_between_two_pieces) {
  const auto reading = three_tracks();
  std::stop_source stop;
  std::int64_t reached = 0;
  bool cancelled = false;

  try {
    compare_audio(
        reading.audio(), {true, {0}},
        [&](Blocks completed, Blocks) {
          reached = completed.count();
          if (reached > 300) stop.request_stop();
        },
        stop.get_token());
  } catch (const Cancelled &) {
    cancelled = true;
  }

  ck_assert(cancelled);
  ck_assert_int_eq(reached, 375);
}
