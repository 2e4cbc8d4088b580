/// A disk that refuses audio. The linker puts the __wrap_ function before the C library:
/// for one test program.
#pragma once

#include <sys/types.h>

#include <cerrno>
#include <cstddef>

namespace redbook::test {

inline int refused_with = 0;  // errno

/// While it lives, whole pieces of audio are refused with this errno; what is as short as
/// a journal's records is written.
class FailingWrites {
 public:
  explicit FailingWrites(int number) { refused_with = number; }
  ~FailingWrites() { refused_with = 0; }
  FailingWrites(const FailingWrites &) = delete;
  FailingWrites &operator=(const FailingWrites &) = delete;
};

extern "C" ssize_t __real_pwrite64(int, const void *, size_t, off_t);
extern "C" ssize_t __wrap_pwrite64(int fd, const void *data, size_t size, off_t offset) {
  if (refused_with == 0 || size < 100'000) return __real_pwrite64(fd, data, size, offset);
  return errno = refused_with, -1;
}

}  // namespace redbook::test
