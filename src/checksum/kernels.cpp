// The plain loops, written so that a compiler makes the most of any processor.
#include "checksum/kernels.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace redbook {
namespace {

constexpr bool swapped = std::endian::native == std::endian::big;

std::uint32_t sample_at(const std::byte *place) {
  std::uint32_t sample = 0;
  std::memcpy(&sample, place, sizeof sample);
  return swapped ? __builtin_bswap32(sample) : sample;
}

std::int16_t word_at(const std::byte *place) {
  std::uint16_t word = 0;
  std::memcpy(&word, place, sizeof word);
  return static_cast<std::int16_t>(swapped ? __builtin_bswap16(word) : word);
}

void accurate_rip(Bytes audio, std::uint32_t number, AccurateRipSum &sum) noexcept {
  auto result = sum;
  for (std::size_t i = 0; i < audio.size(); i += 4, ++number) {
    const auto product = std::uint64_t{sample_at(audio.data() + i)} * number;
    result.low += static_cast<std::uint32_t>(product);
    result.high += static_cast<std::uint32_t>(product >> 32);
  }
  sum = result;
}

Loudness loudness(Bytes audio) noexcept {
  std::int16_t highest = 0;
  std::int16_t lowest = 0;
  std::int16_t nulls = 0;
  const auto words = audio.size() / 2;
  for (std::size_t i = 0; i < words; ++i) {
    const auto word = word_at(audio.data() + 2 * i);
    highest = std::max(highest, word);
    lowest = std::min(lowest, word);
    nulls = static_cast<std::int16_t>(nulls | -(word == 0));
  }
  return {std::max(int{highest}, -int{lowest}), nulls != 0};
}

std::size_t copy_without_nulls(Bytes audio, std::byte *words) noexcept {
  std::size_t copied = 0;
  for (std::size_t i = 0; i < audio.size(); i += 2) {
    std::memcpy(words + copied, audio.data() + i, 2);
    if (word_at(audio.data() + i) != 0) copied += 2;
  }
  return copied;
}

}  // namespace

const Kernels plain_kernels{"plain", accurate_rip, loudness, copy_without_nulls};

const Kernels &best_kernels() noexcept {
  static const Kernels &best = avx2_kernels() ? *avx2_kernels() : plain_kernels;
  return best;
}

}  // namespace redbook
