/// What a drive is, and what lies in it.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "enum_words.hpp"
#include "units.hpp"

namespace redbook {

/// The first four are IMAPI_MEDIA_PHYSICAL_TYPE's.
enum class MediumType { unknown = 0, cd_rom = 1, cd_r = 2, cd_rw = 3, other = 4 };
template <>
inline constexpr std::array words<MediumType> = {"unknown", "cd-rom", "cd-r", "cd-rw",
                                                 "other"};

enum class MediumState {
  none = 0,  ///< nothing in the tray
  blank = 1,
  appendable = 2,  ///< its last session is open
  complete = 3,    ///< nothing can be added
  unsuitable = 4,  ///< no CD, or a damaged one
};
template <>
inline constexpr std::array words<MediumState> = {"none", "blank", "appendable",
                                                  "complete", "unsuitable"};

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

/// What a drive can do with the medium that is in it, or with the best one if none is.
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

}  // namespace redbook
