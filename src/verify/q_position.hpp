/// Where a block says that it lies, in its Q data.
#pragma once

#include <compare>
#include <optional>

#include "bytes.hpp"
#include "units.hpp"

namespace redbook {

/// An index of a track: 00 the pregap, 01 the start, 02 and on further ones. In the order
/// in which a disc has them.
struct IndexPoint {
  int track = 0;
  int index = 0;
  friend constexpr auto operator<=>(IndexPoint, IndexPoint) = default;
};

struct QPosition {
  IndexPoint point{};
  Lba place{};  ///< as the block itself has it, whichever the drive was asked for
  bool operator==(const QPosition &) const = default;
};

/// The Q data of one block as READ CD formats them: twelve bytes of Q, and four more.
inline constexpr std::size_t formatted_q_bytes = 16;

/// What `formatted` tells of a place in the program area. Nothing if it carries a code
/// instead (ADR 2 and 3), or makes no sense: its digits are not BCD, its track or time is
/// none, or it has a CRC and that is wrong. Drives may leave the CRC out, as zeros.
std::optional<QPosition> position_in(Bytes formatted);

}  // namespace redbook
