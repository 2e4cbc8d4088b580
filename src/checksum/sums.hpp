/// Checksums that can be joined: those of a part and of what follows make those of both.
#pragma once

#include <cstdint>
#include <span>

#include "bytes.hpp"
#include "checksum/kernels.hpp"

namespace redbook {

/// What does not depend on where a track starts.
struct Sums {
  std::int64_t bytes = 0;
  std::uint32_t crc = 0;
  std::uint32_t crc_without_nulls = 0;
  std::int64_t bytes_without_nulls = 0;
  int peak = 0;

  /// Those of what follows.
  Sums &operator+=(const Sums &next);
};

/// An AccurateRip sum whose samples count from 1 at a byte of the disc.
struct AnchoredSum {
  std::int64_t start = 0;
  AccurateRipSum sum;
};

/// Adds whole samples, the first of which is at byte `position`, to `sums` and to each of
/// `anchored`, none of which starts behind it.
void add_audio(Bytes audio, std::int64_t position, const Kernels &kernels, Sums &sums,
               std::span<AnchoredSum> anchored);

}  // namespace redbook
