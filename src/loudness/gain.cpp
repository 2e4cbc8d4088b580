#include "loudness/gain.hpp"

#include <algorithm>
#include <cassert>

#include "bytes.hpp"
#include "loudness/loudness.hpp"
#include "loudness/pcm_words.hpp"

namespace redbook {
namespace {

/// A number of 64 random bits for each `position`: SplitMix64 (Steele, Lea, Flood: Fast
/// splittable pseudorandom number generators, 2014), whose state is its position.
std::uint64_t random_bits(std::uint64_t position) {
  auto bits = (position + 1) * 0x9E3779B97F4A7C15U;
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9U;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBU;
  return bits ^ (bits >> 31);
}

/// From -1 to 1 step, those near 0 the most often: the sum of two numbers of 16 random
/// bits.
double triangular(std::uint64_t bits) {
  const auto first = static_cast<int>(bits & 0xFFFF);
  const auto second = static_cast<int>((bits >> 16) & 0xFFFF);
  return (first - second) / 65536.0;
}

int rounded(double value) {
  constexpr double least = -32768;
  constexpr double most = 32767;
  constexpr double above_all = 32768.5;  // what is positive is rounded down by a cast
  return static_cast<int>(std::clamp(value, least, most) + above_all) - 32768;
}

bool is_silent(Bytes block) {
  return std::all_of(block.begin(), block.end(),
                     [](std::byte byte) { return byte == std::byte{}; });
}

void apply_to_block(std::span<std::byte> block, std::int64_t first_sample,
                    double factor) {
  for (std::size_t i = 0; i < samples_per_block; ++i) {
    const auto bits = random_bits(static_cast<std::uint64_t>(first_sample) + i);
    for (const std::size_t channel : {0, 1}) {
      const auto word = 2 * i + channel;
      const auto dither = triangular(bits >> (32 * channel));
      put_word(block.data(), word,
               rounded(word_at(block.data(), word) * factor + dither));
    }
  }
}

}  // namespace

void apply_gain(std::span<std::byte> blocks, Lba start, double decibels) {
  assert(size_of(blocks) % bytes_per_block == 0);
  if (decibels == 0) return;
  const auto factor = amplitude(decibels);
  auto first_sample = (start - Lba{0}).samples();
  for (; !blocks.empty(); blocks = blocks.subspan(bytes_per_block)) {
    const auto block = blocks.first(bytes_per_block);
    if (!is_silent(block)) apply_to_block(block, first_sample, factor);
    first_sample += samples_per_block;
  }
}

}  // namespace redbook
