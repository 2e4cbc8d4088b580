// SPDX-License-Identifier: GPL-2.0-or-later
/// From the drive's figures to what an observer is told.
#pragma once

#include <cstdint>

#include "drive/burn_event.hpp"

namespace redbook {

/// What was seen at one look at a drive that burns.
struct DriveProgress {
  int track = 0;                  ///< from 0, the one being written
  std::int64_t block = 0;         ///< of it, that went to the drive
  std::int64_t buffer_bytes = 0;  ///< the drive's; 0: not known
  std::int64_t buffer_free = 0;
  bool closing = false;
};

/// Tells each track once, blocks that only rise, and all of both in the end, whatever a
/// drive says in between.
class ProgressMeter {
 public:
  ProgressMeter(const Disc &disc, BurnObserver &observer)
      : disc_{disc}, observer_{observer} {}

  /// No track and no block is written.
  void begin();
  void update(const DriveProgress &progress);
  /// All is written, and the disc closed.
  void finish();

 private:
  void tell_tracks_before(std::size_t track);
  void tell_blocks(Blocks written);
  void tell_closing();
  void tell_buffer(const DriveProgress &progress);

  const Disc &disc_;
  BurnObserver &observer_;
  std::size_t tracks_ = 0;
  Blocks blocks_{};
  bool closing_ = false;
};

}  // namespace redbook
