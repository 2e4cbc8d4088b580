/// What is known of a drive, as applications get it.
#pragma once

#include <string>

#include "device/known_drive.hpp"
#include "util/owned.hpp"

namespace redbook {

/// redbook-drive, whose fields doc/drives.md lists; what is not known is left out.
OwnedStructure structure_of(const KnownDrive &drive);

/// "PIONEER BD-RW (/dev/sr0)"
std::string display_name_of(const KnownDrive &drive);

}  // namespace redbook
