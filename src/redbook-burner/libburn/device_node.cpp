// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/libburn/device_node.hpp"

#include <fcntl.h>
#include <grp.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <system_error>

#include "error.hpp"
#include "handle.hpp"

namespace redbook {
namespace {

// Major numbers of Linux, Documentation/admin-guide/devices.txt.
constexpr unsigned cd_drives = 11;
constexpr unsigned generic_scsi = 21;

[[noreturn]] void refuse(Result result, std::string sentence, const std::string &path,
                         int number = 0) {
  const auto reason =
      number ? ": " + std::generic_category().message(number) : std::string{};
  throw Error{Fault::drive, result, std::move(sentence), path + reason};
}

std::string real_path_of(const std::string &path) {
  std::array<char, PATH_MAX> real{};
  return ::realpath(path.c_str(), real.data()) ? std::string{real.data()} : path;
}

void check_kind(const struct stat &node, const std::string &path) {
  if (S_ISREG(node.st_mode) || S_ISDIR(node.st_mode))
    refuse(Result::device_not_present,
           "The device is a file, not a drive: redbook-burner --list shows the drives.",
           path);
  const auto kind = major(node.st_rdev);
  const bool drive = (S_ISBLK(node.st_mode) && kind == cd_drives) ||
                     (S_ISCHR(node.st_mode) && kind == generic_scsi);
  if (!drive)
    refuse(Result::device_not_present,
           "The device is not a CD drive: redbook-burner --list shows the drives.", path);
}

/// The group that may use the device, if there is one and it is not root's.
std::string group_of(const struct stat &node) {
  constexpr mode_t by_group = S_IRGRP | S_IWGRP;
  if ((node.st_mode & by_group) != by_group || node.st_gid == 0) return {};
  struct group entry {};
  struct group *found = nullptr;
  std::array<char, 4096> text{};
  ::getgrgid_r(node.st_gid, &entry, text.data(), text.size(), &found);
  return found ? found->gr_name : std::string{};
}

[[noreturn]] void refuse_user(const struct stat &node, const std::string &path,
                              int number) {
  const auto group = group_of(node);
  const auto remedy =
      group.empty()
          ? std::
                string{"a udev rule with TAG+=\"uaccess\", or GROUP=\"cdrom\" and a place in that group, would let you."}
          : "join the group " + group + " (sudo usermod -aG " + group +
                " $USER) and log in again.";
  refuse(Result::device_not_accessible, "You may not use the drive: " + remedy, path,
         number);
}

/// Opens it for itself alone for a moment: libburn tells no errno.
void check_access(const struct stat &node, const std::string &path) {
  const FileDescriptor opened{
      ::open(path.c_str(), O_RDWR | O_EXCL | O_NONBLOCK | O_CLOEXEC)};
  if (opened) return;
  switch (const int number = errno; number) {
    case EACCES:
    case EPERM: refuse_user(node, path, number);
    case EBUSY:
      refuse(
          Result::device_still_in_use,
          "Another program uses the drive, or its disc is mounted: close or unmount it (fuser names it).",
          path, number);
    case ENXIO:
    case ENODEV:
      refuse(Result::device_not_present,
             "The drive has gone: check its cable and its power.", path, number);
    case EROFS: refuse_user(node, path, number);
    default:
      refuse(Result::device_not_accessible, "The drive can't be opened.", path, number);
  }
}

}  // namespace

std::string usable_device(const std::string &path) {
  auto real = real_path_of(path);
  struct stat node {};
  if (::stat(real.c_str(), &node) != 0)
    refuse(Result::device_not_present,
           "There is no such device: redbook-burner --list shows the drives.", path,
           errno);
  check_kind(node, path);
  check_access(node, path);
  return real;
}

}  // namespace redbook
