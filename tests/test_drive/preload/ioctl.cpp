// ioctl on the pretend device nodes.

#include <linux/cdrom.h>
#include <scsi/scsi_ioctl.h>
#include <scsi/sg.h>
#include <sys/ioctl.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>

#include "test_drive/preload/device.hpp"
#include "test_drive/preload/next.hpp"
#include "test_drive/preload/nodes.hpp"

namespace redbook::drive {
namespace {

constexpr int sg_version = 30536;
constexpr int max_transfer_bytes = 1 << 19;
constexpr unsigned long get_identity_of_lun = 0x5382;  // SCSI_IOCTL_GET_IDLUN
constexpr unsigned long get_bus_number = 0x5386;       // SCSI_IOCTL_GET_BUS_NUMBER

int answer(void *argument, int value) {
  *static_cast<int *>(argument) = value;
  return 0;
}

/// The sg driver's questions that sr answers too (block/scsi_ioctl.c).
int sg_ioctl(unsigned long request, void *argument) {
  switch (request) {
    case SG_GET_VERSION_NUM: return answer(argument, sg_version);
    case SG_GET_RESERVED_SIZE: return answer(argument, max_transfer_bytes);
    case SG_SET_TIMEOUT:
    case SG_SET_RESERVED_SIZE: return 0;
    case SG_GET_TIMEOUT: return 6000;
    default: errno = ENOTTY; return -1;
  }
}

int identify(int number, void *argument) {
  static_cast<int *>(argument)[0] = number << 16;  // host 0: number is the target
  static_cast<int *>(argument)[1] = 0;
  return 0;
}

}  // namespace

int device_ioctl(Drive &drive, unsigned long request, void *argument) {
  if (request == SG_IO) return pass_through(drive, argument);
  if (request == CDROM_SEND_PACKET) return send_packet(drive, argument);
  if (request >> 8 == 0x53) return cdrom_ioctl(drive, request, argument);
  return sg_ioctl(request, argument);
}

namespace {

int ioctl_on(const Node &node, unsigned long request, void *argument) noexcept {
  if (request == get_identity_of_lun) return identify(node.number, argument);
  if (request == get_bus_number) return answer(argument, 0);
  try {
    SystemClock clock;
    Drive drive{node.folder, clock};
    return device_ioctl(drive, request, argument);
  } catch (const std::exception &error) {  // somebody spoiled the drive's folder
    std::fprintf(stderr, "test drive %s: %s\n", node.name().c_str(), error.what());
    errno = EIO;
    return -1;
  }
}

}  // namespace
}  // namespace redbook::drive

using namespace redbook::drive;

REDBOOK_ANSWERS int ioctl(int fd, unsigned long request, ...) noexcept {
  va_list arguments;
  va_start(arguments, request);
  void *const argument = va_arg(arguments, void *);
  va_end(arguments);
  static const auto function = next<int(int, unsigned long, ...)>("ioctl");
  const auto node = node_of(fd);
  return node ? ioctl_on(*node, request, argument) : function(fd, request, argument);
}
