/// Drives, as the player has them: each in a process of its own while it works.
#pragma once

#include <chrono>
#include <optional>
#include <stop_token>
#include <string>

#include "handle.hpp"
#include "protocol/protocol.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// How long the player waits for its burner.
struct Patience {
  using Milliseconds = std::chrono::milliseconds;

  Milliseconds hello = std::chrono::seconds{10};
  Milliseconds silence = std::chrono::seconds{60};  ///< without even a heartbeat
  Milliseconds cancel = std::chrono::seconds{5};    ///< from the asking to the outcome
  Milliseconds end = std::chrono::seconds{2};       ///< of the program, afterwards
};

/// A drive that is not held open: each call starts a burner, which lets the drive go
/// before the call returns. All calls block; observers are called on the same thread.
///
/// Throws Error if the request fails, and Error (drive) if the burner can't be started,
/// is of another version, dies, or is silent for too long; in the last case it may still
/// hold the drive, and is left alone. After `stop` was requested it throws Cancelled: at
/// once, or, if a disc may be half written, once the burner has stopped; if it does not
/// in time, Error says so.
class RemoteDrive {
 public:
  explicit RemoteDrive(std::string device, Patience patience = {})
      : device_{std::move(device)}, patience_{patience} {}

  DriveStatus status(const std::stop_token &stop) const;
  void erase(Blanking kind, BurnObserver &observer, const std::stop_token &stop) const;
  void eject(const std::stop_token &stop) const;
  void load(const std::stop_token &stop) const;

  /// `report`: what the burner writes, if nobody else is there to do it; its location
  /// must be absolute.
  void burn(const Disc &disc, const Stash &stash, const DriveSettings &settings,
            const ReportDraft &report, BurnObserver &observer,
            const std::stop_token &stop) const;

 private:
  std::optional<DriveStatus> call(const Request &request, const std::stop_token &) const;
  std::optional<DriveStatus> call(const Request &request, FileDescriptor file,
                                  BurnObserver &observer, const std::stop_token &) const;

  std::string device_;
  Patience patience_;
};

}  // namespace redbook
