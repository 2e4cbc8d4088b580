/// One recorder: what it is, what lies in it, and what it can be asked to do.
#pragma once

#include <chrono>
#include <stop_token>
#include <string>
#include <vector>

#include "disc/disc.hpp"
#include "drive/burn_event.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// IMAPI's recorder states (RECORDER_DOING_NOTHING and so on).
enum class RecorderState { idle = 0, opened = 1, burning = 2 };

/// How a rewritable medium is made blank: its table of contents only, or all of it.
enum class Blanking { none = 0, fast = 1, full = 2 };

/// What of a disc is read back and compared after the burn. quick: its state, table of
/// contents, control flags, codes and texts. full: its audio, too, which takes as long as
/// a copy of it.
enum class Verify { none = 0, quick = 1, full = 2 };

/// How a disc is to be burned.
struct DriveSettings {
  WriteMode write_mode = WriteMode::automatic;
  int write_speed = 0;  ///< blocks a second, 75 is 1x; 0: the fastest
  bool simulate = false;
  bool eject = false;    ///< afterwards
  bool finalize = true;  ///< else the disc can be appended to
  bool buffer_underrun_free = true;
  Blanking blank = Blanking::none;  ///< beforehand, where it is not blank
  bool overburn = false;            ///< try what exceeds the medium's capacity
  int write_offset = 0;  ///< samples by which the audio is written early, to undo the
                         ///< drive's writing it late
  Verify verify = Verify::none;  ///< afterwards; a simulation leaves nothing to verify
  bool operator==(const DriveSettings &) const = default;
};

/// The first four are IMAPI_MEDIA_PHYSICAL_TYPE's.
enum class MediumType { unknown = 0, cd_rom = 1, cd_r = 2, cd_rw = 3, other = 4 };

enum class MediumState {
  none = 0,  ///< nothing in the tray
  blank = 1,
  appendable = 2,  ///< its last session is open
  complete = 3,    ///< nothing can be added
  unsuitable = 4,  ///< no CD, or a damaged one
};

struct Medium {
  MediumType type = MediumType::unknown;
  MediumState state = MediumState::none;
  Blocks capacity{};  ///< blocks of audio when blank; 0: not known
  Blocks free{};
  std::vector<Lba> tracks{};        ///< where those on it start
  Lba lead_out{};                   ///< of the last closed session
  std::vector<int> write_speeds{};  ///< blocks a second, fastest first
  int write_speed = 0;              ///< the one that is set
  bool operator==(const Medium &) const = default;
};

/// What a drive can do with the medium that is in it, or with the best one where none is.
struct DriveCapabilities {
  bool sao = false;
  bool tao = false;
  bool simulate = false;
  bool buffer_underrun_free = false;
  bool cd_text = false;
  bool operator==(const DriveCapabilities &) const = default;
};

struct DriveStatus {
  std::string device{};
  std::string vendor{};
  std::string product{};
  std::string revision{};
  DriveCapabilities capabilities{};
  Medium medium{};
  bool operator==(const DriveStatus &) const = default;
};

/// A recorder that this process holds alone, from the opening to the end of the object.
/// All calls block; what goes wrong is thrown as Error (drive or medium), with the sense
/// triple, the command and the place in its detail. Not for two threads at once. However
/// a call ends, the tray is left unlocked.
class Drive {
 public:
  virtual ~Drive() = default;

  /// Looks at the medium anew.
  virtual DriveStatus status() = 0;

  /// Makes a rewritable medium blank. Throws Cancelled where a stop was requested before
  /// the drive began; it can't be stopped then.
  virtual void erase(Blanking kind, BurnObserver &observer, std::stop_token stop) = 0;

  virtual void eject() = 0;
  virtual void load() = 0;

  /// Burns `disc`, the audio of which is in `stash`. Looks at the medium again first.
  /// Throws Cancelled after a stop was requested; the medium is spoilt then, as after an
  /// Error that says so. Where the disc is verified and is not what was staged, that is
  /// an Error (medium, verification_failed); a stop then leaves a complete disc.
  virtual void burn(const Disc &disc, const Stash &stash, const DriveSettings &settings,
                    BurnObserver &observer, std::stop_token stop) = 0;
};

}  // namespace redbook
