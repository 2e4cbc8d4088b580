#include "checksum/marks.hpp"

#include <algorithm>

namespace redbook {

CtdbPart ctdb_part(std::int64_t first, std::int64_t end) {
  const auto whole_units = (end - first) / ctdb_unit_bytes;
  if (whole_units < 3) return {first, first};
  return {first + ctdb_unit_bytes, first + (whole_units - 1) * ctdb_unit_bytes};
}

// The track before ends here, or with the last block of what was carried over, should
// none start.
void Marks::add(std::int64_t start, Kind kind) {
  const auto place =
      std::find_if(marks_.begin(), marks_.end(),
                   [start](const Mark &mark) { return mark.start >= start; });
  if (place != marks_.end() && place->start == start)
    place->kind = std::max(place->kind, kind);
  else
    marks_.insert(place, {start, kind});
  const auto disc = marks_.front().start;
  for (const auto cut : {start, start + accurate_rip_lead_bytes, start + ctdb_unit_bytes})
    cuts_.insert(cut);
  for (const auto end : {start, start + bytes_per_block}) {
    cuts_.insert(end - accurate_rip_tail_bytes);
    cuts_.insert(ctdb_part(disc, end).end);
  }
}

void Marks::rewind(std::int64_t position) {
  std::erase_if(marks_, [position](const Mark &mark) { return mark.start > position; });
}

std::optional<std::int64_t> Marks::next_cut(std::int64_t position) const {
  const auto cut = cuts_.upper_bound(position);
  if (cut == cuts_.end()) return std::nullopt;
  return *cut;
}

std::vector<std::int64_t> Marks::starts_at(std::int64_t position) const {
  std::vector<std::int64_t> starts;
  for (const auto &[start, kind] : marks_) {
    if (start > position) break;
    if (kind == Kind::sure) starts.clear();
    if (starts.size() == 2) starts.pop_back();
    starts.push_back(start);
  }
  return starts;
}

}  // namespace redbook
