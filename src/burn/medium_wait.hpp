/// Waiting until somebody has put a disc into a drive.
#pragma once

#include <chrono>
#include <functional>
#include <stop_token>

#include "drive/drive.hpp"

namespace redbook {

/// The part of a drive that it needs.
struct WatchedTray {
  std::function<DriveStatus()> look;
  std::function<void()> eject;
};

struct MediumWait {
  /// From the request on. 0: the one that is in the drive has to do.
  std::chrono::milliseconds limit{0};
  /// Between two looks, each of which takes a drive seconds.
  std::chrono::milliseconds interval{2000};
  /// The disc that was in the drive to begin with won't do: it is the last burn's.
  bool another = false;
  bool operator==(const MediumWait &) const = default;
};

/// Returns when there is a disc in the drive on which `settings` can be carried out, and
/// which has room for `disc`. One that won't do is ejected, and another is requested;
/// `observer` is told each time that somebody has to do something. Throws what
/// check_medium() throws if there is no time to wait; Error (medium, medium_not_present)
/// when the time is over; Cancelled.
void wait_for_medium(const WatchedTray &tray, const Disc &disc,
                     const DriveSettings &settings, const MediumWait &wait,
                     BurnObserver &observer, const std::stop_token &stop);

}  // namespace redbook
