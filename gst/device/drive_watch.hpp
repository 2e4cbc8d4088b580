/// How drives that come and go are heard of.
#pragma once

#include <memory>
#include <string>

#include "device/known_drive.hpp"

namespace redbook {

/// Hears of the drives of this machine, readers too. Called on one thread at a time.
class DriveEvents {
 public:
  virtual ~DriveEvents() = default;
  /// A drive is there, or something about it is new; known from outside, nobody opened
  /// it.
  virtual void seen(const KnownDrive &drive) noexcept = 0;
  virtual void gone(const std::string &device) noexcept = 0;
};

/// Watches the drives of this machine, from its making to its end.
class DriveWatch {
 public:
  virtual ~DriveWatch() = default;

  /// Returns once `events` have been told of all drives that are there; from then on a
  /// thread of the watch's own tells what happens. Once.
  virtual void start(DriveEvents &events) = 0;
};

}  // namespace redbook
