#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace redbook::drive {

using Bytes = std::vector<std::uint8_t>;
using View = std::span<const std::uint8_t>;

constexpr int bytes_per_block = 2352;
constexpr int bytes_per_sample = 4;

/// MMC fields are big-endian throughout.
constexpr unsigned get_16(View from, std::size_t at) {
  return from[at] << 8 | from[at + 1];
}

constexpr unsigned get_24(View from, std::size_t at) {
  return unsigned{from[at]} << 16 | get_16(from, at + 1);
}

constexpr std::uint32_t get_32(View from, std::size_t at) {
  return get_16(from, at) << 16 | get_16(from, at + 2);
}

constexpr void put_16(std::span<std::uint8_t> to, std::size_t at, unsigned value) {
  to[at] = static_cast<std::uint8_t>(value >> 8);
  to[at + 1] = static_cast<std::uint8_t>(value);
}

constexpr void put_32(std::span<std::uint8_t> to, std::size_t at, std::uint32_t value) {
  put_16(to, at, value >> 16);
  put_16(to, at + 2, value & 0xFFFF);
}

/// Lays `bytes` over `to` from position `at`.
inline void put(std::span<std::uint8_t> to, std::size_t at, View bytes) {
  std::copy(bytes.begin(), bytes.end(), to.begin() + static_cast<std::ptrdiff_t>(at));
}

inline void append(Bytes &to, View bytes) {
  const auto at = to.size();
  to.resize(at + bytes.size());
  put(to, at, bytes);
}

}  // namespace redbook::drive
