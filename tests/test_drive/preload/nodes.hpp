#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>
#include <vector>

namespace redbook::drive {

/// A device node that only exists for the programs we are loaded into: /dev/srN for each
/// folder srN in the folder that TEST_DRIVE_FOLDER names.
///
/// Opening it opens a real file, `node` in the drive's folder. Descriptors, their copies,
/// their inheritance by children, and locks on them are then the kernel's own business;
/// we recognise them by the file they lead to and remember nothing.
struct Node {
  int number = 0;
  std::string folder;

  std::string file() const { return folder + "/node"; }
  std::string name() const { return "sr" + std::to_string(number); }
  std::string path() const { return "/dev/" + name(); }
};

std::optional<Node> node_at(const char *path);
std::optional<Node> node_of(int fd);
/// Like `node_of`, when the file's state is known already.
std::optional<Node> node_of(const struct stat &);
std::vector<Node> all_nodes();

/// The path a real file has in place of `path`, which may not be one of ours.
std::string real_path(const char *path);

/// What /proc/sys/dev/cdrom/info would say.
std::string cdrom_info();
bool is_cdrom_info(const char *path);

}  // namespace redbook::drive
