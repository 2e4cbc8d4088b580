/// A file system that lacks something: no unnamed files, no hard links, no exchange of
/// names (FAT, NFS, FUSE). The linker puts the __wrap_ functions before the C library:
/// for one test program.
#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <filesystem>
#include <vector>

#include "scattered.hpp"

namespace redbook::test {

// What the file system of a test cannot do.
inline struct Lacks {
  bool unnamed_files = false;
  bool links = false;
  bool exchange = false;
  bool pushing = false;
  bool space_for_a_copy = false;
  bool copies = false;  // by the kernel, between two file systems
} lacks;

inline int interruptions = 0;
inline std::vector<ino_t> synced;

inline int refused(int number) { return errno = number, -1; }

inline void note_sync(int fd) {
  struct stat status {};
  if (::fstat(fd, &status) == 0) synced.push_back(status.st_ino);
}

inline bool is_synced(const std::filesystem::path &name) {
  struct stat status {};
  return ::stat(name.c_str(), &status) == 0 &&
         std::count(synced.begin(), synced.end(), status.st_ino) > 0;
}

// What every test starts from.
inline void file_system_lacks(const Lacks &what) {
  lacks = what;
  synced.clear();
}

extern "C" {

int __real_open64(const char *, int, ...);
int __wrap_open64(const char *name, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const auto mode = (flags & (O_CREAT | __O_TMPFILE)) ? va_arg(rest, mode_t) : mode_t{};
  va_end(rest);
  if (lacks.unnamed_files && (flags & __O_TMPFILE)) return refused(EOPNOTSUPP);
  return __real_open64(name, flags, mode);
}

int __real_linkat(int, const char *, int, const char *, int);
int __wrap_linkat(int a, const char *from, int b, const char *to, int flags) {
  return lacks.links ? refused(EPERM) : __real_linkat(a, from, b, to, flags);
}

int __real_renameat2(int, const char *, int, const char *, unsigned);
int __wrap_renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
  if (lacks.exchange && flags != 0) return refused(EINVAL);
  return __real_renameat2(a, from, b, to, flags);
}

ssize_t __real_copy_file_range(int, off_t *, int, off_t *, size_t, unsigned);
ssize_t __wrap_copy_file_range(int in, off_t *in_at, int out, off_t *out_at, size_t size,
                               unsigned flags) {
  if (lacks.space_for_a_copy && *in_at > 0) return refused(ENOSPC);
  if (lacks.copies && *in_at > 0) return refused(EXDEV);
  return __real_copy_file_range(in, in_at, out, out_at, std::min<size_t>(size, 100000),
                                flags);
}

int __real_sync_file_range(int, off_t, off_t, unsigned);
int __wrap_sync_file_range(int fd, off_t offset, off_t size, unsigned flags) {
  return lacks.pushing ? refused(ENOSYS)
                       : __real_sync_file_range(fd, offset, size, flags);
}

ssize_t __real_pwritev64(int, const iovec *, int, off_t);
ssize_t __wrap_pwritev64(int fd, const iovec *pieces, int count, off_t offset) {
  if (interruptions > 0) return --interruptions, refused(EINTR);
  const auto first = first_of({pieces, static_cast<std::size_t>(count)}, 100000);
  return __real_pwritev64(fd, first.data(), static_cast<int>(first.size()), offset);
}

int __real_fsync(int);
int __wrap_fsync(int fd) {
  note_sync(fd);
  return __real_fsync(fd);
}

int __real_fdatasync(int);
int __wrap_fdatasync(int fd) {
  note_sync(fd);
  return __real_fdatasync(fd);
}

}  // extern "C"

}  // namespace redbook::test
