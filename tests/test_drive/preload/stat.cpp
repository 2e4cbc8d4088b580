// The stat family, access and the path functions, for the pretend device nodes.

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <climits>
#include <cstdlib>
#include <cstring>

#include "test_drive/preload/next.hpp"
#include "test_drive/preload/nodes.hpp"

namespace redbook::drive {
namespace {

constexpr unsigned sr_major = 11;  // Linux' admin-guide/devices.txt
constexpr mode_t block_device = S_IFBLK | 0660;

static_assert(sizeof(struct stat) == sizeof(struct stat64));

struct stat *plain(struct stat64 *result) {
  return reinterpret_cast<struct stat *>(result);
}

void disguise(const Node &node, struct stat &result) {
  result.st_mode = block_device;
  result.st_rdev = makedev(sr_major, static_cast<unsigned>(node.number));
  result.st_size = result.st_blocks = 0;
}

void disguise(const Node &node, struct statx &result) {
  result.stx_mode = block_device;
  result.stx_rdev_major = sr_major;
  result.stx_rdev_minor = static_cast<unsigned>(node.number);
}

/// Asks about the real file, then makes a device of it.
template <typename Ask, typename Result>
int ask(const char *path, Result *result, Ask &&real) {
  const auto node = node_at(path);
  if (!node) return real(path);
  const int outcome = real(node->file().c_str());
  if (outcome == 0) disguise(*node, *result);
  return outcome;
}

int ask_path(const char *function_name, const char *path, struct stat *result) {
  const auto function = next<int(const char *, struct stat *)>(function_name);
  return ask(path, result, [&](const char *real) { return function(real, result); });
}

int ask_at(int folder, const char *path, struct stat *result, int flags) {
  static const auto function =
      next<int(int, const char *, struct stat *, int)>("fstatat");
  return ask(path, result,
             [&](const char *real) { return function(folder, real, result, flags); });
}

int ask_open(int fd, struct stat *result) {
  static const auto function = next<int(int, struct stat *)>("fstat");
  const int outcome = function(fd, result);
  if (outcome != 0) return outcome;
  if (const auto node = node_of(*result)) disguise(*node, *result);
  return 0;
}

}  // namespace
}  // namespace redbook::drive

using namespace redbook::drive;

REDBOOK_ANSWERS int stat(const char *path, struct stat *result) noexcept {
  return ask_path("stat", path, result);
}
REDBOOK_ANSWERS int stat64(const char *path, struct stat64 *result) noexcept {
  return ask_path("stat", path, plain(result));
}
REDBOOK_ANSWERS int lstat(const char *path, struct stat *result) noexcept {
  return ask_path("lstat", path, result);
}
REDBOOK_ANSWERS int lstat64(const char *path, struct stat64 *result) noexcept {
  return ask_path("lstat", path, plain(result));
}
REDBOOK_ANSWERS int fstat(int fd, struct stat *result) noexcept {
  return ask_open(fd, result);
}
REDBOOK_ANSWERS int fstat64(int fd, struct stat64 *result) noexcept {
  return ask_open(fd, plain(result));
}
REDBOOK_ANSWERS int fstatat(int folder, const char *path, struct stat *result,
                            int flags) noexcept {
  return ask_at(folder, path, result, flags);
}
REDBOOK_ANSWERS int fstatat64(int folder, const char *path, struct stat64 *result,
                              int flags) noexcept {
  return ask_at(folder, path, plain(result), flags);
}
REDBOOK_ANSWERS int statx(int folder, const char *path, int flags, unsigned mask,
                          struct statx *result) noexcept {
  static const auto function =
      next<int(int, const char *, int, unsigned, struct statx *)>("statx");
  return ask(path, result, [&](const char *real) {
    return function(folder, real, flags, mask, result);
  });
}

// The names that programs built against a glibc before 2.33 call.
REDBOOK_ANSWERS int __xstat(int, const char *path, struct stat *result) {
  return ask_path("stat", path, result);
}
REDBOOK_ANSWERS int __xstat64(int, const char *path, struct stat64 *result) {
  return ask_path("stat", path, plain(result));
}
REDBOOK_ANSWERS int __lxstat(int, const char *path, struct stat *result) {
  return ask_path("lstat", path, result);
}
REDBOOK_ANSWERS int __lxstat64(int, const char *path, struct stat64 *result) {
  return ask_path("lstat", path, plain(result));
}
REDBOOK_ANSWERS int __fxstat(int, int fd, struct stat *result) {
  return ask_open(fd, result);
}
REDBOOK_ANSWERS int __fxstat64(int, int fd, struct stat64 *result) {
  return ask_open(fd, plain(result));
}

REDBOOK_ANSWERS int access(const char *path, int mode) noexcept {
  static const auto function = next<int(const char *, int)>("access");
  return function(real_path(path).c_str(), mode);
}
REDBOOK_ANSWERS int euidaccess(const char *path, int mode) noexcept {
  static const auto function = next<int(const char *, int)>("euidaccess");
  return function(real_path(path).c_str(), mode);
}
REDBOOK_ANSWERS int faccessat(int folder, const char *path, int mode,
                              int flags) noexcept {
  static const auto function = next<int(int, const char *, int, int)>("faccessat");
  return function(folder, real_path(path).c_str(), mode, flags);
}
REDBOOK_ANSWERS ssize_t readlink(const char *path, char *buffer, size_t size) noexcept {
  static const auto function = next<ssize_t(const char *, char *, size_t)>("readlink");
  return function(real_path(path).c_str(), buffer, size);
}

REDBOOK_ANSWERS ssize_t __readlink_chk(const char *path, char *buffer, size_t size,
                                       size_t) {
  return readlink(path, buffer, size);
}

REDBOOK_ANSWERS char *realpath(const char *path, char *resolved) noexcept {
  static const auto function = next<char *(const char *, char *)>("realpath");
  if (!node_at(path)) return function(path, resolved);
  return resolved ? std::strcpy(resolved, path) : ::strdup(path);
}
REDBOOK_ANSWERS char *__realpath_chk(const char *path, char *resolved, size_t) {
  return realpath(path, resolved);
}
REDBOOK_ANSWERS char *canonicalize_file_name(const char *path) noexcept {
  return realpath(path, nullptr);
}
