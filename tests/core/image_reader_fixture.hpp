/// What tests of the readers say of a disc.
#pragma once

#include "disc/disc.hpp"
#include "suite.hpp"

namespace redbook::test {

/// Start, pregap and length of each track, and its indexes from 02 on.
inline std::string tracks_of(const Disc &disc) {
  std::string text;
  for (const auto &track : disc.tracks) {
    text += std::to_string(track.start.value()) + '+' +
            std::to_string(track.pregap.count()) + '+' +
            std::to_string((track.length - track.pregap).count());
    for (const auto index : track.indexes) text += '@' + std::to_string(index.count());
    text += ' ';
  }
  return text;
}

/// A file of `audio` with the header that every program writes.
inline std::string wave_file(const Pcm &audio, std::uint32_t rate = 44100) {
  const auto number = [](std::uint32_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i));
    return text;
  };
  const auto size = static_cast<std::uint32_t>(audio.size());
  return "RIFF" + number(36 + size, 4) + "WAVEfmt " + number(16, 4) + number(1, 2) +
         number(2, 2) + number(rate, 4) + number(rate * 4, 4) + number(4, 2) +
         number(16, 2) + "data" + number(size, 4) +
         std::string{reinterpret_cast<const char *>(audio.data()), audio.size()};
}

inline std::string text_of(const Pcm &audio) {
  return {reinterpret_cast<const char *>(audio.data()), audio.size()};
}

inline Pcm swapped(Pcm audio) {
  for (std::size_t i = 0; i + 1 < audio.size(); i += 2) std::swap(audio[i], audio[i + 1]);
  return audio;
}

}  // namespace redbook::test
