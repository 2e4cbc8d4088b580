/// How long a file may become.
#pragma once

#include <cstdint>

namespace redbook {

/// Whether a file of `bytes` is longer than this process may make one (RLIMIT_FSIZE);
/// then errno is EFBIG. To be asked before writing: the kernel would end the process by
/// SIGXFSZ, and a library must not change what a signal does.
bool exceeds_size_limit(std::int64_t bytes) noexcept;

}  // namespace redbook
