/// The inner loops of the checksums, once in plain C++ and once for processors with AVX2.
/// All give the same.
#pragma once

#include <cstddef>
#include <cstdint>

#include "bytes.hpp"

namespace redbook {

/// Both halves of the 64-bit products sample * number, each added up modulo 2^32.
/// AccurateRip v1 is `low`, v2 is low + high.
struct AccurateRipSum {
  std::uint32_t low = 0;
  std::uint32_t high = 0;

  AccurateRipSum &operator+=(const AccurateRipSum &other) {
    low += other.low;
    high += other.high;
    return *this;
  }
};

/// How loud audio is.
struct Loudness {
  int peak = 0;           ///< the absolute maximum of both channels: 0 to 32768
  bool has_null = false;  ///< some 16-bit word is zero
};

/// `audio` is whole samples, at any address.
struct Kernels {
  const char *name;

  /// Adds samples that count from `number` on.
  void (*accurate_rip)(Bytes audio, std::uint32_t number, AccurateRipSum &sum) noexcept;

  Loudness (*loudness)(Bytes audio) noexcept;

  /// Copies the 16-bit words that are not zero to `words`, where copy_slack bytes more
  /// than `audio` has may be written. How many bytes they are.
  std::size_t (*copy_without_nulls)(Bytes audio, std::byte *words) noexcept;
};

inline constexpr std::size_t copy_slack = 32;

extern const Kernels plain_kernels;

/// Null if the processor cannot run them.
const Kernels *avx2_kernels() noexcept;

/// The fastest that run here.
const Kernels &best_kernels() noexcept;

}  // namespace redbook
