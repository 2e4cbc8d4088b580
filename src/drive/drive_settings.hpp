/// How a disc is to be burned.
#pragma once

#include <array>

#include "enum_words.hpp"

namespace redbook {

/// automatic: session at once if drive and medium offer it, else track at once.
enum class WriteMode { automatic = 0, sao = 1, tao = 2 };
template <>
inline constexpr std::array words<WriteMode> = {"auto", "sao", "tao"};

/// How a rewritable medium is made blank: its table of contents only, or all of it.
enum class Blanking { none = 0, fast = 1, full = 2 };
template <>
inline constexpr std::array words<Blanking> = {"none", "fast", "full"};

/// What of a disc is read back and compared after the burn. quick: its state, table of
/// contents, control flags, codes and texts. full: its audio, too, which takes as long as
/// a copy of it.
enum class Verify { none = 0, quick = 1, full = 2 };
template <>
inline constexpr std::array words<Verify> = {"none", "quick", "full"};

struct DriveSettings {
  WriteMode write_mode = WriteMode::automatic;
  int write_speed = 0;  ///< blocks a second, 75 is 1x; 0: the fastest
  bool simulate = false;
  bool eject = false;    ///< afterwards
  bool finalize = true;  ///< else the disc can be appended to
  bool buffer_underrun_free = true;
  Blanking blank = Blanking::none;  ///< beforehand, if it is not blank
  bool overburn = false;            ///< try what exceeds the medium's capacity
  int write_offset = 0;  ///< samples by which the audio is written early, to undo the
                         ///< drive's writing it late
  Verify verify = Verify::none;  ///< afterwards; a simulation leaves nothing to verify
  bool operator==(const DriveSettings &) const = default;
};

}  // namespace redbook
