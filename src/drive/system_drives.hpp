/// What the kernel says of the CD drives of this machine, without opening one.
#pragma once

#include <string>
#include <vector>

namespace redbook {

struct SystemDrive {
  std::string device{};  ///< /dev/sr0
  bool cd_r = false;     ///< it writes them
  bool cd_rw = false;
  bool operator==(const SystemDrive &) const = default;
};

/// Those that /proc/sys/dev/cdrom/info lists, by name. Empty if there is no such file.
std::vector<SystemDrive> drives_of_system();

/// Those that this text of that file lists.
std::vector<SystemDrive> drives_listed_in(const std::string &info);

}  // namespace redbook
