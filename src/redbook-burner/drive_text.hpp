// SPDX-License-Identifier: GPL-2.0-or-later
/// Drives and media in words.
#pragma once

#include <string>

#include "drive/drive.hpp"

namespace redbook {

/// "blank CD-R, 79:57:74"
std::string describe(const Medium &medium);

/// One line: "/dev/sr0  VENDOR PRODUCT 1.0  blank CD-R, 79:57:74"
std::string summary(const DriveStatus &drive);

/// All there is to say, on several lines.
std::string details(const DriveStatus &drive);

}  // namespace redbook
