/// The 16-bit words of which audio consists: left, right, left ..., little-endian.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace redbook {

inline std::uint16_t swapped_if_big_endian(std::uint16_t word) {
  return std::endian::native == std::endian::big ? __builtin_bswap16(word) : word;
}

inline std::int16_t word_at(const std::byte *audio, std::size_t position) {
  std::uint16_t word = 0;
  std::memcpy(&word, audio + position * sizeof word, sizeof word);
  return static_cast<std::int16_t>(swapped_if_big_endian(word));
}

inline void put_word(std::byte *audio, std::size_t position, int value) {
  const auto word = swapped_if_big_endian(static_cast<std::uint16_t>(value));
  std::memcpy(audio + position * sizeof word, &word, sizeof word);
}

}  // namespace redbook
