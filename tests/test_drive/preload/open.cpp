// open and its relatives, for the pretend device nodes and /proc/sys/dev/cdrom/info.

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>

#include "test_drive/drive.hpp"
#include "test_drive/preload/next.hpp"
#include "test_drive/preload/nodes.hpp"

namespace redbook::drive {
namespace {

int fail_with(int error) {
  errno = error;
  return -1;
}

int next_open(const char *path, int flags, mode_t mode) {
  static const auto function = next<int(const char *, int, ...)>("open");
  return function(path, flags, mode);
}

/// Linux opens a drive without a medium only for those who say O_NONBLOCK.
int medium_error(const Node &node) {
  const FolderLock lock{node.folder + "/lock"};
  const Mapped<DriveState> state{node.folder + "/state"};
  return medium_in(node.folder, *state) ? 0 : ENOMEDIUM;
}

int error_of_opening(const Node &node, int flags) {
  SystemClock clock;
  const int error = Drive{node.folder, clock}.opened();
  return error || flags & O_NONBLOCK ? error : medium_error(node);
}

/// As the kernel has it: O_EXCL excludes others who say O_EXCL, before the drive is asked
/// anything. The lock goes with the open file, through dup, fork and exec, until the last
/// copy is closed.
int open_node(const Node &node, int flags) {
  Descriptor file{
      next_open(node.file().c_str(), flags & ~(O_EXCL | O_CREAT | O_TRUNC), 0)};
  if (file.get() < 0) return -1;
  if (flags & O_EXCL && ::flock(file.get(), LOCK_EX | LOCK_NB) != 0)
    return fail_with(EBUSY);
  const int error = error_of_opening(node, flags);
  return error ? fail_with(error) : file.release();
}

int open_cdrom_info() {
  const int fd = ::memfd_create("cdrom-info", MFD_CLOEXEC);
  if (fd < 0) return fd;
  const auto text = cdrom_info();
  if (::write(fd, text.data(), text.size()) < 0) return -1;
  ::lseek(fd, 0, SEEK_SET);
  return fd;
}

/// The descriptor if `path` is ours, -1 and errno if it is and cannot be opened; else
/// what `otherwise` gives.
template <typename Otherwise>
int open_ours_or(const char *path, int flags, Otherwise &&otherwise) {
  try {
    if (is_cdrom_info(path)) return open_cdrom_info();
    if (const auto node = node_at(path)) return open_node(*node, flags);
  } catch (const std::exception &) {
    return fail_with(EIO);
  }
  return otherwise();
}

mode_t mode_from(int flags, va_list arguments) {
  const bool given = flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE;
  return given ? va_arg(arguments, mode_t) : 0;
}

FILE *open_stream(const char *path, const char *mode, const char *function_name) {
  using Function = FILE *(const char *, const char *);
  if (!is_cdrom_info(path))
    return next<Function>(function_name)(real_path(path).c_str(), mode);
  const int fd = open_cdrom_info();
  return fd < 0 ? nullptr : ::fdopen(fd, mode);
}

}  // namespace
}  // namespace redbook::drive

using namespace redbook::drive;

#define REDBOOK_ANSWERS_OPEN(name)                                                 \
  REDBOOK_ANSWERS int name(const char *path, int flags, ...) {                     \
    va_list arguments;                                                             \
    va_start(arguments, flags);                                                    \
    const auto mode = mode_from(flags, arguments);                                 \
    va_end(arguments);                                                             \
    static const auto function = next<int(const char *, int, ...)>(#name);         \
    return open_ours_or(path, flags, [&] { return function(path, flags, mode); }); \
  }

#define REDBOOK_ANSWERS_OPENAT(name)                                            \
  REDBOOK_ANSWERS int name(int folder, const char *path, int flags, ...) {      \
    va_list arguments;                                                          \
    va_start(arguments, flags);                                                 \
    const auto mode = mode_from(flags, arguments);                              \
    va_end(arguments);                                                          \
    static const auto function = next<int(int, const char *, int, ...)>(#name); \
    return open_ours_or(path, flags,                                            \
                        [&] { return function(folder, path, flags, mode); });   \
  }

// What open() becomes where glibc's headers check its arguments (_FORTIFY_SOURCE).
#define REDBOOK_ANSWERS_OPEN_2(name)                                         \
  REDBOOK_ANSWERS int name(const char *path, int flags) {                    \
    static const auto function = next<int(const char *, int)>(#name);        \
    return open_ours_or(path, flags, [&] { return function(path, flags); }); \
  }

#define REDBOOK_ANSWERS_OPENAT_2(name)                                               \
  REDBOOK_ANSWERS int name(int folder, const char *path, int flags) {                \
    static const auto function = next<int(int, const char *, int)>(#name);           \
    return open_ours_or(path, flags, [&] { return function(folder, path, flags); }); \
  }

REDBOOK_ANSWERS_OPEN(open)
REDBOOK_ANSWERS_OPEN(open64)
REDBOOK_ANSWERS_OPENAT(openat)
REDBOOK_ANSWERS_OPENAT(openat64)
REDBOOK_ANSWERS_OPEN_2(__open_2)
REDBOOK_ANSWERS_OPEN_2(__open64_2)
REDBOOK_ANSWERS_OPENAT_2(__openat_2)
REDBOOK_ANSWERS_OPENAT_2(__openat64_2)

REDBOOK_ANSWERS FILE *fopen(const char *path, const char *mode) {
  return open_stream(path, mode, "fopen");
}

REDBOOK_ANSWERS FILE *fopen64(const char *path, const char *mode) {
  return open_stream(path, mode, "fopen64");
}
