/// Where tracks start or may start, as far as is known while their audio goes by.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "units.hpp"

namespace redbook {

/// AccurateRip leaves out the first 2939 samples of the first track and the last 2940 of
/// the last one; CTDB 5880 at either end, and at the end what is over a multiple of 5880.
inline constexpr std::int64_t accurate_rip_lead_bytes = 2939 * bytes_per_sample;
inline constexpr std::int64_t accurate_rip_tail_bytes = 2940 * bytes_per_sample;
inline constexpr std::int64_t ctdb_unit_bytes = 5880 * bytes_per_sample;

/// The part of the audio from `first` to `end` that its CTDB CRC is of.
struct CtdbPart {
  std::int64_t first = 0;
  std::int64_t end = 0;
};
CtdbPart ctdb_part(std::int64_t first, std::int64_t end);

/// The starts of tracks, in bytes, and the places where sums have to be cut so that those
/// of any track, as a first, middle or last one, can be put together.
class Marks {
 public:
  /// Sums from earlier starts end at a sure one and go on behind a possible one.
  enum class Kind { possible, sure };

  void add(std::int64_t start, Kind kind);
  void add_cut(std::int64_t position) { cuts_.insert(position); }

  /// Forgets the starts behind `position`.
  void rewind(std::int64_t position);

  /// The first cut behind `position`.
  std::optional<std::int64_t> next_cut(std::int64_t position) const;

  /// The tracks that audio at `position` may belong to, by their starts: none, the last
  /// sure one, or that and the last possible one.
  std::vector<std::int64_t> starts_at(std::int64_t position) const;

 private:
  struct Mark {
    std::int64_t start;
    Kind kind;
  };
  std::vector<Mark> marks_;  // by start
  std::set<std::int64_t> cuts_;
};

}  // namespace redbook
