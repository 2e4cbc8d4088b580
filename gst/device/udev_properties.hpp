/// What udev's database says of a CD drive.
#pragma once

#include <functional>

#include "device/known_drive.hpp"

namespace redbook {

/// The value of a property of a device, such as "ID_CDROM_CD_R"; null: it has none.
using UdevProperty = std::function<const char *(const char *name)>;

/// The drive at `device`, with the properties that udev's program cdrom_id found out by
/// opening it. Those are missing where it was in use then.
KnownDrive drive_of_udev(const std::string &device, const UdevProperty &property);

/// An event that only asks for the medium: what is said of the drive in it is not all.
bool is_eject_request(const UdevProperty &property);

}  // namespace redbook
