#pragma once

#include "test_drive/drive.hpp"

namespace redbook::drive {

/// What an ioctl on a pretend device gives: 0 or more, or -1 and errno.
int device_ioctl(Drive &, unsigned long request, void *argument);

/// SG_IO and CDROM_SEND_PACKET: hosts that bring their own commands.
int pass_through(Drive &, void *sg_io_header);
int send_packet(Drive &, void *cdrom_generic_command);

/// The ioctls of linux/cdrom.h, each made of commands as the kernel's driver does it.
int cdrom_ioctl(Drive &, unsigned long request, void *argument);

}  // namespace redbook::drive
