/// One recorder, and what it can be asked to do.
#pragma once

#include <array>
#include <stop_token>

#include "disc/disc.hpp"
#include "drive/burn_event.hpp"
#include "drive/drive_settings.hpp"
#include "drive/drive_status.hpp"
#include "enum_words.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// IMAPI's recorder states (RECORDER_DOING_NOTHING and so on).
enum class RecorderState { idle = 0, opened = 1, burning = 2 };
template <>
inline constexpr std::array words<RecorderState> = {"idle", "opened", "burning"};

/// A recorder that this process holds alone, from the opening to the end of the object.
/// All calls block; what goes wrong is thrown as Error (drive or medium), with the sense
/// triple, the command and the place in its detail. Not for two threads at once. However
/// a call ends, the tray is left unlocked.
class Drive {
 public:
  virtual ~Drive() = default;

  /// Looks at the medium anew.
  virtual DriveStatus status() = 0;

  /// Makes a rewritable medium blank. Throws Cancelled if a stop was requested before
  /// the drive began; it can't be stopped then.
  virtual void erase(Blanking kind, BurnObserver &observer, std::stop_token stop) = 0;

  virtual void eject() = 0;
  virtual void load() = 0;

  /// Burns `disc`, the audio of which is in `stash`. Looks at the medium again first.
  /// Throws Cancelled after a stop was requested; the medium is spoilt then, as after an
  /// Error that says so. If the disc is verified and is not what was staged, that is an
  /// Error (medium, verification_failed); a stop then leaves a complete disc.
  virtual void burn(const Disc &disc, const Stash &stash, const DriveSettings &settings,
                    BurnObserver &observer, std::stop_token stop) = 0;
};

}  // namespace redbook
