/// How a disc will be burned on a drive, decided before the laser is on.
#pragma once

#include "disc/finding.hpp"
#include "drive/drive.hpp"

namespace redbook {

/// What will be done, as the drive says what it can do: nothing is tried.
struct BurnPlan {
  WriteMode write_mode = WriteMode::sao;  ///< never automatic
  int write_speed = 0;  ///< blocks a second, one the drive offers; 0: it tells none
  Blanking blank = Blanking::none;  ///< what has to be erased first
  Findings findings{};              ///< what will differ from the settings
  bool operator==(const BurnPlan &) const = default;
};

/// Throws Error (drive or medium) if no disc at all could be burned like this: what is
/// known before the first track is staged.
void check_medium(const DriveStatus &drive, const DriveSettings &settings);

/// What a disc may take on `medium`, once it is blank. 0: not known.
Blocks room_on(const Medium &medium);

/// Throws Error (medium, disc_full) if `disc` is too long for the medium.
void check_room(const Disc &disc, const DriveStatus &drive,
                const DriveSettings &settings);

/// The offered speed next to the one asked for, blocks a second. 0: the drive tells none.
int write_speed_for(const Medium &medium, const DriveSettings &settings);

/// The plan for `disc`. Throws as check_medium() does, and if the disc is too long for
/// the medium, or what it holds can't be burned that way (layout).
BurnPlan plan_burn(const Disc &disc, const DriveStatus &drive,
                   const DriveSettings &settings);

}  // namespace redbook
