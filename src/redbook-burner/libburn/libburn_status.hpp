// SPDX-License-Identifier: GPL-2.0-or-later
/// What a drive and its medium are like.
#pragma once

#include "redbook-burner/libburn/libburn_handle.hpp"
#include "verify/read_disc.hpp"

namespace redbook {

/// As it was when libburn last looked.
DriveStatus status_of(const LibburnHandle &handle);

/// The table of contents, as it was when libburn last looked: places and control flags
/// of all closed sessions.
ReadDisc contents_of(burn_drive *drive);

/// The speed that libburn wants for so many blocks a second, in 1000 bytes a second.
int libburn_speed(burn_drive *drive, int blocks_per_second);

}  // namespace redbook
