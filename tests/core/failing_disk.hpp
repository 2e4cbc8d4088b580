/// A disk that fills up, and a process that ends at any call that changes it. The linker
/// puts the __wrap_ functions of failing_disk.cpp before the C library: for a program of
/// its own.
#pragma once

#include <sys/mman.h>

#include <atomic>
#include <cstdint>
#include <limits>

namespace redbook::test {

/// What a process that is ended leaves for its parent.
struct LastWords {
  std::atomic<int> points{0};                ///< that it passed
  std::atomic<int> steps{0};                 ///< of its script, that were done
  std::atomic<std::int64_t> audio_bytes{0};  ///< that the kernel has
};

/// Shared with children.
inline LastWords &last_words() {
  static auto *const words =
      static_cast<LastWords *>(::mmap(nullptr, sizeof(LastWords), PROT_READ | PROT_WRITE,
                                      MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  return *words;
}

inline void forget_last_words() {
  last_words().points = 0;
  last_words().steps = 0;
  last_words().audio_bytes = 0;
}

inline constexpr int ended_here = 99;
inline int last_point = std::numeric_limits<int>::max();  // the process ends there
inline std::int64_t journal_limit = std::numeric_limits<std::int64_t>::max();

}  // namespace redbook::test
