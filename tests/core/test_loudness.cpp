// How loudness is measured, and what gain follows from it.
#include <vector>

#include "loudness/loudness_meter.hpp"
#include "suite.hpp"
#include "tones.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

MeasuredLoudness measured(const Pcm &audio, TruePeaks true_peaks = TruePeaks::left_out) {
  LoudnessMeter meter{true_peaks};
  meter.append(audio);
  return meter.measured();
}

double integrated(std::initializer_list<Tone> tones) {
  return measured(audio_of(tones)).integrated.value();
}

double range(std::initializer_list<Tone> tones) {
  return measured(audio_of(tones)).range;
}

/// The audio with its first tenth of a second faded in: a step has peaks of its own.
Pcm faded_in(Pcm audio) {
  constexpr std::size_t words = 8820;
  for (std::size_t i = 0; i < words; ++i)
    put_word(audio.data(), i, word_at(audio.data(), i) * static_cast<int>(i) / 8820);
  return audio;
}

double true_peak(int hertz, double phase) {
  const auto audio = faded_in(audio_of({-6, 1, hertz, phase}));
  return decibels(measured(audio, TruePeaks::measured).true_peak);
}

/// What is at -20 LUFS, with such true peaks.
MeasuredLoudness with_peaks_at(double decibels) { return {-20, 5, amplitude(decibels)}; }

const LoudnessSettings album{LoudnessMode::album, -16, -1};

}  // namespace

// EBU Tech 3341 (2016), table 1, cases 1 to 5.
REDBOOK_TEST(test_integrated_loudness_is_that_of_ebu_tech_3341) {
  ck_assert_double_eq_tol(integrated({{-23, 20, 1000}}), -23, 0.1);
  ck_assert_double_eq_tol(integrated({{-33, 20, 1000}}), -33, 0.1);
  ck_assert_double_eq_tol(integrated({{-36, 10}, {-23, 60}, {-36, 10}}), -23, 0.1);
  ck_assert_double_eq_tol(
      integrated({{-72, 10}, {-36, 10}, {-23, 60}, {-36, 10}, {-72, 10}}), -23, 0.1);
  ck_assert_double_eq_tol(integrated({{-26, 20}, {-20, 20.1}, {-26, 20}}), -23, 0.1);
}

// EBU Tech 3342 (2016), table 1, cases 1 to 4.
REDBOOK_TEST(test_range_is_that_of_ebu_tech_3342) {
  ck_assert_double_eq_tol(range({{-20, 20}, {-30, 20}}), 10, 1);
  ck_assert_double_eq_tol(range({{-20, 20}, {-15, 20}}), 5, 1);
  ck_assert_double_eq_tol(range({{-40, 20}, {-20, 20}}), 20, 1);
  ck_assert_double_eq_tol(range({{-50, 20}, {-35, 20}, {-20, 20}, {-35, 20}, {-50, 20}}),
                          15, 1);
}

// EBU Tech 3341 (2016), table 1, cases 15, 16 and 18: a quarter and a sixth of the rate.
REDBOOK_TEST(test_true_peak_is_that_of_ebu_tech_3341) {
  for (const auto is : {true_peak(11025, 0), true_peak(11025, 45), true_peak(7350, 60)}) {
    ck_assert_double_le(is, -6 + 0.2);
    ck_assert_double_ge(is, -6 - 0.4);
  }
}

REDBOOK_TEST(test_audio_may_come_in_pieces) {
  const auto audio = audio_of({-20, 2});
  LoudnessMeter meter;

  const Bytes all{audio};
  for (std::size_t at = 0; at < audio.size(); at += 4900)
    meter.append(all.subspan(at, std::min<std::size_t>(4900, audio.size() - at)));

  ck_assert(meter.measured() == measured(audio, TruePeaks::measured));
}

REDBOOK_TEST(test_silence_has_no_loudness) {
  const auto nothing = measured(silence(Blocks{300}), TruePeaks::measured);

  ck_assert(!nothing.integrated);
  ck_assert_double_eq(nothing.true_peak, 0);
  ck_assert(!measured({}, TruePeaks::measured).integrated);
}

REDBOOK_TEST(test_gain_leads_to_the_target) {
  ck_assert_double_eq_tol(gain_towards(album, with_peaks_at(-12)), 4, 1e-9);
  ck_assert_double_eq_tol(gain_towards({LoudnessMode::track, -23, -1}, with_peaks_at(-1)),
                          -3, 1e-9);
}

REDBOOK_TEST(test_gain_ends_where_true_peaks_reach_their_limit) {
  const auto gain = gain_towards(album, with_peaks_at(-3));

  ck_assert_double_lt(gain, 2);
  ck_assert_double_gt(gain, 2 - 0.002);
}

REDBOOK_TEST(test_peaks_above_the_limit_are_brought_down_to_it) {
  const auto gain = gain_towards(album, with_peaks_at(0.5));

  ck_assert_double_eq_tol(gain, -1.5, 0.002);
}

REDBOOK_TEST(test_gain_of_silence_is_none) {
  ck_assert_double_eq(gain_towards(album, {}), 0);
  ck_assert_double_eq(gain_towards(album, {{}, 0, 0.00003}), 0);
}
