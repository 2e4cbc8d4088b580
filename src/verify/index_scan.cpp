#include "verify/index_scan.hpp"

#include <algorithm>

#include "error.hpp"

namespace redbook {
namespace {

/// So many blocks are looked at on either side of a place: enough for a drive whose Q
/// runs ahead or behind, an index that begins a little off, and codes in a block or two.
constexpr Blocks around{8};

/// Drives give the Q data of a block that lies a few from the one they were asked for;
/// those of one that is farther away are no Q data of this place.
constexpr Blocks max_slip{4};

bool lies_near(const QPosition &position, Lba wanted) {
  return position.place >= wanted - max_slip && position.place <= wanted + max_slip;
}

bool earlier(const QPosition &a, const QPosition &b) { return a.place < b.place; }

bool in_order(const std::vector<QPosition> &positions) {
  return std::is_sorted(
      positions.begin(), positions.end(),
      [](const QPosition &a, const QPosition &b) { return a.point < b.point; });
}

}  // namespace

/// What the blocks from `first` to `end` tell, in the order of their places. Empty if
/// more than half of them tell nothing.
std::vector<QPosition> IndexScan::positions(Lba first, Lba end) const {
  throw_if_stopped(stop_);
  const auto count = static_cast<std::size_t>((end - first).count());
  std::vector<std::byte> formatted(count * formatted_q_bytes);
  std::vector<QPosition> found;
  if (!read_q_(first, formatted)) return found;
  for (std::size_t i = 0; i < count; ++i) {
    const auto block = Bytes{formatted}.subspan(i * formatted_q_bytes, formatted_q_bytes);
    const auto position = position_in(block);
    if (position && lies_near(*position, first + Blocks{static_cast<std::int64_t>(i)}))
      found.push_back(*position);
  }
  if (2 * found.size() < count) found.clear();
  std::stable_sort(found.begin(), found.end(), earlier);
  return found;
}

std::optional<Border> IndexScan::border(IndexPoint point, Lba place) const {
  const auto first = std::max(Lba{}, place - around);
  const auto found = positions(first, std::min(end_, place + around));
  if (found.empty() || !in_order(found)) return {};
  const auto behind =
      std::find_if(found.begin(), found.end(),
                   [&](const QPosition &position) { return position.point >= point; });
  Border border;
  if (behind != found.begin()) border.before = *std::prev(behind);
  if (behind != found.end()) border.behind = *behind;
  return border;
}

std::optional<QPosition> IndexScan::find(IndexPoint point) const {
  constexpr int max_readings = 24;
  constexpr Blocks looked_at{4};
  auto before = Lba{} - Blocks{1};
  auto behind = end_;
  std::optional<QPosition> first;
  for (int i = 0; i < max_readings && behind - before > Blocks{1}; ++i) {
    const auto middle = before + Blocks{(behind - before).count() / 2};
    const auto found = positions(middle, std::min(end_, middle + looked_at));
    if (found.empty()) return {};
    const auto &at = found.front();
    if (at.place <= before || at.place >= behind) break;  // they all tell the same
    if (at.point >= point) first = at;
    (at.point >= point ? behind : before) = at.place;
  }
  const auto near = first ? border(point, first->place) : std::nullopt;
  return near && near->behind ? near->behind : first;
}

}  // namespace redbook
