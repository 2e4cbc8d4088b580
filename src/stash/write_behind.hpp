/// Keeps the disk busy while audio is staged.
#pragma once

#include <cstdint>

#include "stash/stash.hpp"

namespace redbook {

/// Has the disk begin with each 8 MiB of a stash, written from front to back, once they
/// are whole. What is left to do when the music ends does not grow with it, and neither
/// does what only memory has: 65 minutes staged as fast as it goes onto ext4 had 661 MiB
/// dirty or on their way to the disk at the end without this (/proc/meminfo), and never
/// more than 23 MiB with it. The disk is waited for only if its queue is full. If
/// the file system cannot do it, nothing happens. Not for two threads at once.
class WriteBehind {
 public:
  /// 48 s of audio. Shorter steps cost more processor time, and longer ones leave more to
  /// be waited for at the end.
  static constexpr std::int64_t step_bytes = std::int64_t{8} << 20;

  /// For what comes behind `offset`.
  explicit WriteBehind(std::int64_t offset = 0) : begun_{offset} {}

  /// All audio up to `offset` has been written to `stash`.
  void reached(Stash &stash, std::int64_t offset) {
    if (offset >= begun_ + step_bytes) begin_writing(stash, offset);
  }

  /// What lies behind `offset` will be written again.
  void rewind(std::int64_t offset);

 private:
  void begin_writing(Stash &stash, std::int64_t offset);

  std::int64_t begun_;
};

}  // namespace redbook
