#include "failing_disk.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <string>

#include "scattered.hpp"

using namespace redbook::test;

namespace {

/// Before and inside each call that changes the disk.
bool is_the_last_point() { return last_words().points++ >= last_point; }
void pass_point() {
  if (is_the_last_point()) ::_exit(ended_here);
}

bool is_audio(int fd) {
  char name[300] = {};
  const auto link = "/proc/self/fd/" + std::to_string(fd);
  const auto size = ::readlink(link.c_str(), name, sizeof name - 1);
  return size > 0 && std::string{name}.find("/sound") != std::string::npos;
}

}  // namespace

extern "C" {

// The journal's way.
ssize_t __real_pwrite64(int, const void *, size_t, off_t);
ssize_t __wrap_pwrite64(int fd, const void *data, size_t size, off_t offset) {
  pass_point();
  const bool ends = is_the_last_point();
  if (ends) size /= 2;
  if (offset >= journal_limit) return errno = ENOSPC, -1;
  size = std::min(size, static_cast<size_t>(journal_limit - offset));
  const auto written = __real_pwrite64(fd, data, size, offset);
  if (ends) ::_exit(ended_here);
  return written;
}

// The audio's.
ssize_t __real_pwritev64(int, const iovec *, int, off_t);
ssize_t __wrap_pwritev64(int fd, const iovec *pieces, int count, off_t offset) {
  pass_point();
  const bool ends = is_the_last_point();
  const Scattered all{pieces, static_cast<std::size_t>(count)};
  const auto first = first_of(all, size_of(all) / (ends ? 2 : 1));
  const bool audio = is_audio(fd);
  auto &bytes = last_words().audio_bytes;
  if (audio) bytes = std::min<std::int64_t>(bytes, offset);  // the file may be a new one
  const auto written =
      __real_pwritev64(fd, first.data(), static_cast<int>(first.size()), offset);
  if (audio && written > 0) bytes = offset + written;
  if (ends) ::_exit(ended_here);
  return written;
}

int __real_ftruncate64(int, off_t);
int __wrap_ftruncate64(int fd, off_t size) {
  pass_point();
  const bool audio = is_audio(fd);
  auto &bytes = last_words().audio_bytes;
  if (audio) bytes = std::min<std::int64_t>(bytes, size);  // it may be the last call
  const int result = __real_ftruncate64(fd, size);
  if (audio) bytes = size;
  return result;
}

// The system goes on where a process ends: nothing need reach the disk.
int __wrap_fdatasync(int) {
  pass_point();
  return 0;
}

int __wrap_fsync(int) {
  pass_point();
  return 0;
}

int __real_renameat(int, const char *, int, const char *);
int __wrap_renameat(int a, const char *from, int b, const char *to) {
  pass_point();
  return __real_renameat(a, from, b, to);
}

int __real_unlinkat(int, const char *, int);
int __wrap_unlinkat(int folder, const char *name, int flags) {
  pass_point();
  return __real_unlinkat(folder, name, flags);
}

int __real_openat64(int, const char *, int, ...);
int __wrap_openat64(int folder, const char *name, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const auto mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : mode_t{};
  va_end(rest);
  if (flags & O_CREAT) pass_point();
  return __real_openat64(folder, name, flags, mode);
}

int __real_mkdir(const char *, mode_t);
int __wrap_mkdir(const char *name, mode_t mode) {
  pass_point();
  return __real_mkdir(name, mode);
}

}  // extern "C"
