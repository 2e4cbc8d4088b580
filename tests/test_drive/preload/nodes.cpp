#include "test_drive/preload/nodes.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "test_drive/preload/next.hpp"

namespace redbook::drive {
namespace {

constexpr auto prefix = "/dev/sr";
constexpr int max_drives = 32;

int next_stat(const char *path, struct stat *result) {
  static const auto function = next<int(const char *, struct stat *)>("stat");
  return function(path, result);
}

int next_fstat(int fd, struct stat *result) {
  static const auto function = next<int(int, struct stat *)>("fstat");
  return function(fd, result);
}

/// Keeps errno as it was while we look around.
class ErrnoKeeper {
 public:
  ErrnoKeeper() = default;
  ErrnoKeeper(const ErrnoKeeper &) = delete;
  ErrnoKeeper &operator=(const ErrnoKeeper &) = delete;
  ~ErrnoKeeper() { errno = value_; }

 private:
  int value_ = errno;
};

std::optional<Node> node_numbered(int number, struct stat &file) {
  const char *const folder = std::getenv("TEST_DRIVE_FOLDER");
  if (!folder) return {};
  Node node{number, std::string{folder} + "/sr" + std::to_string(number)};
  if (next_stat(node.file().c_str(), &file) != 0) return {};
  return node;
}

}  // namespace

std::optional<Node> node_at(const char *path) {
  if (!path || std::strncmp(path, prefix, std::strlen(prefix)) != 0) return {};
  const char *const digits = path + std::strlen(prefix);
  if (*digits < '0' || *digits > '9') return {};
  const ErrnoKeeper keeper;
  char *end = nullptr;
  const auto number = std::strtol(digits, &end, 10);
  struct stat file {};
  if (*end != '\0' || number >= max_drives) return {};
  return node_numbered(static_cast<int>(number), file);
}

std::optional<Node> node_of(const struct stat &open_file) {
  if (!S_ISREG(open_file.st_mode) || open_file.st_size != 0) return {};
  const ErrnoKeeper keeper;
  for (int number = 0; number < max_drives; ++number) {
    struct stat file {};
    auto node = node_numbered(number, file);
    if (node && file.st_dev == open_file.st_dev && file.st_ino == open_file.st_ino)
      return node;
  }
  return {};
}

std::optional<Node> node_of(int fd) {
  const ErrnoKeeper keeper;
  struct stat file {};
  if (next_fstat(fd, &file) != 0) return {};
  return node_of(file);
}

std::vector<Node> all_nodes() {
  std::vector<Node> nodes;
  struct stat file {};
  for (int number = 0; number < max_drives; ++number)
    if (auto node = node_numbered(number, file)) nodes.push_back(*node);
  return nodes;
}

std::string real_path(const char *path) {
  const auto node = node_at(path);
  return node ? node->file() : path;
}

bool is_cdrom_info(const char *path) {
  return path && std::strcmp(path, "/proc/sys/dev/cdrom/info") == 0 &&
         std::getenv("TEST_DRIVE_FOLDER");
}

std::string cdrom_info() {
  std::string names;
  std::string yes;
  const auto nodes = all_nodes();
  for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {  // the newest first
    names.append("\t").append(node->name());
    yes.append("\t1");
  }
  std::string text = "CD-ROM information, Id: cdrom.c 3.20 2003/12/17\n\n";
  text += "drive name:\t" + names + "\n";
  for (const auto *ability :
       {"Can close tray:\t", "Can open tray:\t", "Can lock tray:\t", "Can read MCN:\t",
        "Can play audio:\t", "Can write CD-R:\t", "Can write CD-RW:"})
    text += ability + yes + "\n";
  return text + "\n";
}

}  // namespace redbook::drive
