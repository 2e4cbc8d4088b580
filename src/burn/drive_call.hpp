/// One request to a drive, from the start of the burner to its outcome.
#pragma once

#include <chrono>
#include <optional>
#include <stop_token>

#include "handle.hpp"
#include "protocol/protocol.hpp"

namespace redbook {

/// How long the player waits for its burner.
struct Patience {
  using Milliseconds = std::chrono::milliseconds;

  Milliseconds hello = std::chrono::seconds{10};
  Milliseconds silence = std::chrono::seconds{60};  ///< without even a heartbeat
  Milliseconds cancel = std::chrono::seconds{5};    ///< from the asking to the outcome
  Milliseconds end = std::chrono::seconds{2};       ///< of the program, afterwards
};

/// What a stop means for a request: to ask the burner and wait for its outcome, as a disc
/// may be half written, or to leave at once.
enum class Stopping { asks, leaves };

/// Starts a burner, makes `request` and waits for its outcome; `file` goes with it.
/// `observer` is called on this thread. Returns the status, where one was told.
///
/// Throws Error where the request fails, and Error (drive) where the burner can't be
/// started, is of another version, dies, or is silent for too long; in the last case it
/// may still hold the drive, and is left alone. Throws Cancelled once the burner has
/// stopped, after `stop` was requested; where it does not in time, Error says so.
std::optional<DriveStatus> call_drive(const Request &request, FileDescriptor file,
                                      Stopping stopping, BurnObserver &observer,
                                      const std::stop_token &stop,
                                      const Patience &patience);

}  // namespace redbook
