/// Audio whose checksums are known, and checksums computed the slow way, for the tests of
/// checksum/.
#pragma once

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "checksum/track_checksums.hpp"
#include "suite.hpp"

namespace redbook::test {

/// The audio of redbook's vector disc: a linear congruential generator seeded with the
/// track's number, with silence wherever its top four bits are zero.
inline Pcm generated_audio(Blocks length, std::uint32_t seed) {
  auto pcm = silence(length);
  auto x = seed;
  for (std::size_t i = 0; i < pcm.size(); i += 4) {
    x = x * 1664525 + 1013904223;
    for (std::size_t byte = 0; byte < 4 && x >> 28 != 0; ++byte)
      pcm[i + byte] = static_cast<std::byte>(x >> 8 * byte);
  }
  return pcm;
}

inline Pcm joined(std::initializer_list<Pcm> parts) {
  Pcm all;
  for (const auto &part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

inline Pcm vector_disc() {
  return joined({generated_audio(Blocks{450}, 1), generated_audio(Blocks{300}, 2),
                 generated_audio(Blocks{375}, 3)});
}

inline const std::vector<Extent> vector_tracks{
    {0, 450 * 2352}, {450 * 2352, 750 * 2352}, {750 * 2352, 1125 * 2352}};

/// The bytes of `pcm` in `extent`.
inline Bytes part_of(const Pcm &pcm, Extent extent) {
  return Bytes{pcm}.subspan(
      static_cast<std::size_t>(extent.first_byte),
      static_cast<std::size_t>(extent.end_byte - extent.first_byte));
}

/// A byte at a time.
inline std::uint32_t slow_crc32(Bytes bytes) {
  static const auto table = [] {
    std::array<std::uint32_t, 256> remainders{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
      auto crc = byte;
      for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
      remainders[byte] = crc;
    }
    return remainders;
  }();
  std::uint32_t crc = 0xffffffff;
  for (const auto byte : bytes)
    crc = crc >> 8 ^ table[(crc ^ std::to_integer<std::uint32_t>(byte)) & 0xff];
  return ~crc;
}

inline std::uint32_t slow_sample(Bytes audio, std::size_t sample) {
  std::uint32_t value = 0;
  for (std::size_t byte = 0; byte < 4; ++byte)
    value |= std::to_integer<std::uint32_t>(audio[4 * sample + byte]) << 8 * byte;
  return value;
}

inline Pcm slow_without_nulls(Bytes audio) {
  Pcm words(audio.size());
  std::size_t size = 0;
  for (std::size_t i = 0; i + 1 < audio.size(); i += 2) {
    if (audio[i] == std::byte{0} && audio[i + 1] == std::byte{0}) continue;
    words[size++] = audio[i];
    words[size++] = audio[i + 1];
  }
  words.resize(size);
  return words;
}

inline int slow_peak(Bytes audio) {
  int peak = 0;
  for (std::size_t i = 0; i + 1 < audio.size(); i += 2)
    peak = std::max(peak, std::abs(static_cast<std::int16_t>(
                              std::to_integer<unsigned>(audio[i]) |
                              std::to_integer<unsigned>(audio[i + 1]) << 8)));
  return peak;
}

inline AccurateRip slow_accurate_rip(Bytes audio, TrackPlace place) {
  const bool first = place == TrackPlace::first || place == TrackPlace::only;
  const bool last = place == TrackPlace::last || place == TrackPlace::only;
  const auto samples = static_cast<std::int64_t>(audio.size() / 4);
  AccurateRip sums;
  for (std::int64_t i = first ? 2940 : 1; i <= samples - (last ? 2940 : 0); ++i) {
    const auto product = static_cast<std::uint64_t>(i) *
                         slow_sample(audio, static_cast<std::size_t>(i - 1));
    sums.v1 += static_cast<std::uint32_t>(product);
    sums.v2 +=
        static_cast<std::uint32_t>(product) + static_cast<std::uint32_t>(product >> 32);
  }
  return sums;
}

inline AudioSums slow_sums(Bytes audio, TrackPlace place) {
  return {slow_accurate_rip(audio, place), slow_crc32(audio),
          slow_crc32(slow_without_nulls(audio)), slow_peak(audio)};
}

inline std::string hexadecimal(std::uint32_t value) {
  std::array<char, 9> text{};
  std::snprintf(text.data(), text.size(), "%08x", value);
  return text.data();
}

/// v1 v2 CRC-32, without nulls, peak.
inline std::string line_of(const AudioSums &sums) {
  return hexadecimal(sums.accurate_rip.v1) + ' ' + hexadecimal(sums.accurate_rip.v2) +
         ' ' + hexadecimal(sums.crc32) + ' ' + hexadecimal(sums.crc32_without_nulls) +
         ' ' + std::to_string(sums.peak);
}

inline std::string lines_of(const DiscSums &disc) {
  std::string text;
  for (const auto &track : disc.tracks) text += line_of(track) + '\n';
  return text + hexadecimal(disc.crc32) + ' ' + hexadecimal(disc.crc32_without_nulls) +
         ' ' + hexadecimal(disc.ctdb) + ' ' + std::to_string(disc.peak) + '\n';
}

/// What lines_of() should say of these tracks.
inline std::string slow_lines_of(const Pcm &pcm, const std::vector<Extent> &tracks) {
  DiscSums disc;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    const auto place = tracks.size() == 1       ? TrackPlace::only
                       : i == 0                 ? TrackPlace::first
                       : i + 1 == tracks.size() ? TrackPlace::last
                                                : TrackPlace::middle;
    disc.tracks.push_back(slow_sums(part_of(pcm, tracks[i]), place));
  }
  const Extent all{tracks.front().first_byte, tracks.back().end_byte};
  const auto sums = slow_sums(part_of(pcm, all), TrackPlace::middle);
  const auto samples = (all.end_byte - all.first_byte) / 4;
  disc.crc32 = sums.crc32;
  disc.crc32_without_nulls = sums.crc32_without_nulls;
  disc.peak = sums.peak;
  disc.ctdb = slow_crc32(part_of(
      pcm, {all.first_byte + 5880 * 4, all.end_byte - (5880 + samples % 5880) * 4}));
  return lines_of(disc);
}

}  // namespace redbook::test
