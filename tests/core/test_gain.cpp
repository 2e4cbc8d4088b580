// Audio made louder or softer, with one dither.
#include <cmath>
#include <numeric>
#include <vector>

#include "loudness/gain.hpp"
#include "loudness/loudness.hpp"
#include "suite.hpp"
#include "tones.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr Lba somewhere{4711};

Pcm with_gain(Pcm audio, double decibels, Lba start = somewhere) {
  apply_gain(audio, start, decibels);
  return audio;
}

/// What `result` differs by from `audio` times `factor`, in steps of 16 bits.
std::vector<double> errors(const Pcm &audio, const Pcm &result, double factor) {
  std::vector<double> all(audio.size() / 2);
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = word_at(result.data(), i) - word_at(audio.data(), i) * factor;
  return all;
}

double mean(const std::vector<double> &values) {
  return std::accumulate(values.begin(), values.end(), 0.0) /
         static_cast<double>(values.size());
}

/// The mean of products of values so many places apart.
double correlation(const std::vector<double> &values, std::size_t distance) {
  double sum = 0;
  for (std::size_t i = distance; i < values.size(); ++i)
    sum += values[i] * values[i - distance];
  return sum / static_cast<double>(values.size() - distance);
}

}  // namespace

REDBOOK_TEST(test_no_gain_changes_nothing) {
  const auto audio = counting_audio(Blocks{3});

  ck_assert(with_gain(audio, 0) == audio);
}

REDBOOK_TEST(test_digital_silence_stays_silent) {
  ck_assert(with_gain(silence(Blocks{2}), 6) == silence(Blocks{2}));
}

REDBOOK_TEST(test_block_with_any_audio_is_dithered_whole) {
  auto audio = silence(Blocks{1});
  audio.back() = std::byte{1};

  const auto result = with_gain(audio, -3);

  const auto changed = std::count_if(result.begin(), result.end() - 2,
                                     [](std::byte byte) { return byte != std::byte{}; });
  ck_assert_int_gt(changed, 100);
}

// Triangular dither of two steps and the rounding: a variance of 2/12 + 1/12 step².
REDBOOK_TEST(test_error_is_that_of_one_triangular_dither) {
  const auto audio = audio_of({-10, 4});

  const auto error = errors(audio, with_gain(audio, -3), amplitude(-3));

  ck_assert_double_eq_tol(mean(error), 0, 0.01);
  ck_assert_double_eq_tol(correlation(error, 0), 3.0 / 12, 0.005);
  ck_assert_double_le(*std::max_element(error.begin(), error.end()), 1.5);
  ck_assert_double_ge(*std::min_element(error.begin(), error.end()), -1.5);
}

REDBOOK_TEST(test_dither_is_white_and_each_channel_has_its_own) {
  const auto audio = audio_of({-10, 4});

  const auto error = errors(audio, with_gain(audio, -3), amplitude(-3));

  for (const std::size_t distance : {1, 2, 3, 4, 1176, 2352})
    ck_assert_double_eq_tol(correlation(error, distance), 0, 0.005);
}

REDBOOK_TEST(test_same_audio_becomes_the_same_in_any_pieces) {
  const auto audio = counting_audio(Blocks{5});

  auto first = with_gain({audio.begin(), audio.begin() + 2352}, -5);
  const auto rest =
      with_gain({audio.begin() + 2352, audio.end()}, -5, somewhere + Blocks{1});
  first.insert(first.end(), rest.begin(), rest.end());

  ck_assert(first == with_gain(audio, -5));
}

REDBOOK_TEST(test_what_is_too_loud_is_cut_off_not_wrapped) {
  const auto audio = audio_of({0, 0.04, 1000});

  const auto result = with_gain(audio, 12);

  for (std::size_t i = 0; i < audio.size() / 2; ++i) {
    const int before = word_at(audio.data(), i);
    if (std::abs(before) > 10000)
      ck_assert_int_eq(word_at(result.data(), i), before > 0 ? 32767 : -32768);
  }
}
