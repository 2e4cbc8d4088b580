/// A disk that refuses audio. The linker puts the __wrap_ function before the C library:
/// for one test program.
#pragma once

#include <sys/types.h>

#include <cerrno>
#include <cstddef>

#include "scattered.hpp"

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

extern "C" ssize_t __real_pwritev64(int, const iovec *, int, off_t);
extern "C" ssize_t __wrap_pwritev64(int fd, const iovec *pieces, int count,
                                    off_t offset) {
  if (refused_with == 0 || size_of({pieces, static_cast<std::size_t>(count)}) < 100'000)
    return __real_pwritev64(fd, pieces, count, offset);
  return errno = refused_with, -1;
}

}  // namespace redbook::test
