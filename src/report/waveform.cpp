#include "report/waveform.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <span>

namespace redbook {
namespace {

// Eight samples at once, left and right in turns: a register of any processor.
constexpr std::size_t lanes = 16;
using SampleLanes = std::array<std::int16_t, lanes>;
constexpr std::size_t stride = sizeof(SampleLanes);

constexpr std::int64_t piece_bytes = std::int64_t{1} << 20;

SampleLanes lanes_at(const std::byte *audio) {
  SampleLanes words{};
  std::memcpy(words.data(), audio, stride);
  if constexpr (std::endian::native == std::endian::big)
    for (auto &word : words)
      word =
          static_cast<std::int16_t>(__builtin_bswap16(static_cast<std::uint16_t>(word)));
  return words;
}

void widen(const SampleLanes &words, SampleLanes &lowest, SampleLanes &highest) {
  for (std::size_t i = 0; i < lanes; ++i) {
    lowest[i] = std::min(lowest[i], words[i]);
    highest[i] = std::max(highest[i], words[i]);
  }
}

void widen(Swing &swing, int lowest, int highest) {
  swing.lowest = std::min(swing.lowest, lowest);
  swing.highest = std::max(swing.highest, highest);
}

void widen(StereoSwing &swing, const StereoSwing &other) {
  widen(swing.left, other.left.lowest, other.left.highest);
  widen(swing.right, other.right.lowest, other.right.highest);
}

/// What begins a column, in bytes.
std::int64_t edge_of(int column, Blocks length, int columns) {
  return length.samples() * column / columns * bytes_per_sample;
}

}  // namespace

StereoSwing swing_of(Bytes audio) {
  SampleLanes lowest{};
  SampleLanes highest{};
  std::size_t at = 0;
  for (; at + stride <= audio.size(); at += stride)
    widen(lanes_at(audio.data() + at), lowest, highest);
  std::array<std::byte, stride> rest{};
  std::copy(audio.begin() + static_cast<std::ptrdiff_t>(at), audio.end(), rest.begin());
  widen(lanes_at(rest.data()), lowest, highest);
  StereoSwing swing;
  for (std::size_t i = 0; i < lanes; i += 2) {
    widen(swing.left, lowest[i], highest[i]);
    widen(swing.right, lowest[i + 1], highest[i + 1]);
  }
  return swing;
}

Waveform waveform_of(const Stash &audio, Blocks length, int columns) {
  Waveform waveform;
  std::vector<std::byte> bytes(piece_bytes);
  for (int column = 0; column < columns; ++column) {
    const auto end = edge_of(column + 1, length, columns);
    StereoSwing swing;
    for (auto at = edge_of(column, length, columns); at < end;) {
      const auto size = std::min(piece_bytes, end - at);
      const auto piece = std::span{bytes}.first(static_cast<std::size_t>(size));
      audio.read(at, piece);
      widen(swing, swing_of(piece));
      at += size;
    }
    waveform.push_back(swing);
  }
  return waveform;
}

}  // namespace redbook
