/// Music of known loudness.
#pragma once

#include <cmath>

#include "core/tones.hpp"
#include "element_support.hpp"
#include "loudness/loudness_meter.hpp"

namespace redbook::test {

/// LUFS of the two tracks of play_quiet_and_loud(), which have five seconds each.
inline constexpr double quiet = -40;
inline constexpr double loud = -30;
inline constexpr Blocks five_seconds{375};

inline Pcm quiet_audio() { return audio_of({quiet, 5}); }
inline Pcm loud_audio() { return audio_of({loud, 5}); }

/// Without the end of the music.
inline void play_quiet_and_loud(Player &player) {
  player.play().stream().push(quiet_audio());
  player.stream().push(loud_audio());
}

inline Player &with_album_gain(Player &player) {
  return player.set("loudness", "album").set("loudness-target", "-20");
}

/// What an image has of the music when album gain leads to -20 LUFS.
inline std::string adjusted_audio() {
  Player player;
  with_album_gain(player);
  play_quiet_and_loud(player);
  player.eos();
  return player.audio();
}

/// Of the track that has the `number`-th five seconds of an image's audio, from 0 on.
inline MeasuredLoudness measured(const std::string &audio, int number) {
  const auto bytes = static_cast<std::size_t>(five_seconds.bytes());
  LoudnessMeter meter;
  meter.append(std::as_bytes(
      std::span{audio}.subspan(static_cast<std::size_t>(number) * bytes, bytes)));
  return meter.measured();
}

inline double lufs(const std::string &audio, int number) {
  return measured(audio, number).integrated.value_or(-HUGE_VAL);
}

inline bool are_close(double a, double b) { return std::abs(a - b) < 0.05; }

}  // namespace redbook::test
