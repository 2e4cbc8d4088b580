/// How much room the disk has for the audio.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <functional>
#include <limits>
#include <optional>
#include <string>

#include "stash/stash.hpp"

namespace redbook {

/// Of a file system: what the user may still write, and how large it is.
struct DiskSpace {
  std::int64_t free_bytes = 0;
  std::int64_t size_bytes = 0;
};

/// Of the one that `fd` is on; nothing if it does not tell.
std::optional<DiskSpace> disk_space(int fd);

/// What is still to be staged.
struct ToCome {
  std::int64_t known_bytes = 0;    ///< what is announced; 0: nothing is
  std::int64_t at_most_bytes = 0;  ///< the rest of the disc
};

/// The disk will be full before everything is staged, or may be.
struct Shortage {
  bool certain = false;
  std::int64_t free_bytes = 0;
  std::int64_t needed_bytes = 0;
  bool operator==(const Shortage &) const = default;
};

/// For the user.
std::string sentence_of(const Shortage &shortage);

/// Looks at the disk while audio is staged. It is short of space if what is known to
/// come does not fit, or if what may come does not; and if less than 5 % are left,
/// unless those are ten discs. Each of the two kinds is told once. Not for two threads at
/// once.
class SpaceWatch {
 public:
  using Measure = std::function<std::optional<DiskSpace>(int fd)>;
  explicit SpaceWatch(Measure measure = disk_space) : measure_{std::move(measure)} {}

  /// Whether look() would look at the disk.
  bool is_due(std::int64_t position) const {
    return !told_certain_ && std::abs(position - looked_at_) >= between_looks;
  }

  /// To be called as often as wanted: it looks at the disk once for each 16 MiB between
  /// `position`s, which are bytes in `stash`.
  std::optional<Shortage> look(const Stash &stash, std::int64_t position,
                               const ToCome &to_come);

 private:
  static constexpr std::int64_t between_looks = 16 << 20;  // 95 s of audio

  std::optional<Shortage> told_once(const Shortage &shortage);

  Measure measure_;
  std::int64_t looked_at_ = std::numeric_limits<std::int64_t>::min() / 2;  // a position
  bool told_possible_ = false;
  bool told_certain_ = false;
};

}  // namespace redbook
