/// The look at the Q data of a disc.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "verify/q_position.hpp"

namespace redbook {

/// Fills `into` with the formatted Q data of blocks from `first` on, `formatted_q_bytes`
/// each. False if the drive can't or won't.
using QReader = std::function<bool(Lba first, std::span<std::byte> into)>;

/// The blocks next to where an index begins, as they tell their places themselves.
struct Border {
  std::optional<QPosition> before{};  ///< the last block that lies before the index
  std::optional<QPosition> behind{};  ///< the first in it, or in a later one
  bool operator==(const Border &) const = default;
};

/// Looks up positions on a disc from LBA 0 to `end`. Throws what `read_q` throws, and
/// Cancelled, between two readings.
class IndexScan {
 public:
  IndexScan(Lba end, const QReader &read_q, const std::stop_token &stop)
      : end_{end}, read_q_{read_q}, stop_{stop} {}

  /// The border of `point` among the few blocks around `place`; nothing if these don't
  /// tell, or contradict each other.
  std::optional<Border> border(IndexPoint point, Lba place) const;

  /// The first block of the disc that lies in `point` or behind it, in 25 readings at
  /// most; nothing if that can't be found out. A code in its Q hides a block.
  std::optional<QPosition> find(IndexPoint point) const;

 private:
  std::vector<QPosition> positions(Lba first, Lba end) const;

  Lba end_;
  const QReader &read_q_;
  const std::stop_token &stop_;
};

}  // namespace redbook
