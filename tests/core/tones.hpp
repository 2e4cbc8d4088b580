/// Sines, for the tests of loudness.
#pragma once

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>

#include "loudness/pcm_words.hpp"
#include "support.hpp"

namespace redbook::test {

/// A sine in both channels; 0 dBFS is full scale.
struct Tone {
  double decibels = 0;
  double seconds = 0;
  int hertz = 997;
  double phase = 0;  ///< degrees
};

/// Rounded without dither.
inline Pcm one_second_of(const Tone &tone) {
  constexpr double turn = 2 * std::numbers::pi;
  auto audio = silence(samples_per_second * bytes_per_sample);
  const auto peak = 32767 * std::pow(10, tone.decibels / 20);
  for (std::size_t i = 0; i < samples_per_second; ++i) {
    const auto turns = tone.hertz * static_cast<double>(i) / samples_per_second;
    const auto value = peak * std::sin(turn * (turns + tone.phase / 360));
    for (const std::size_t channel : {0, 1})
      put_word(audio.data(), 2 * i + channel, static_cast<int>(std::lround(value)));
  }
  return audio;
}

inline Pcm audio_of(const Tone &tone) {
  const auto second = one_second_of(tone);
  auto audio = silence(std::lround(tone.seconds * samples_per_second) * bytes_per_sample);
  for (std::size_t at = 0; at < audio.size(); at += second.size())
    std::copy_n(second.begin(), std::min(second.size(), audio.size() - at),
                audio.begin() + static_cast<std::ptrdiff_t>(at));
  return audio;
}

/// One tone after another.
inline Pcm audio_of(std::initializer_list<Tone> tones) {
  Pcm all;
  for (const auto &tone : tones) {
    const auto audio = audio_of(tone);
    all.insert(all.end(), audio.begin(), audio.end());
  }
  return all;
}

}  // namespace redbook::test
