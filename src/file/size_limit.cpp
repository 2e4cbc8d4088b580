#include "file/size_limit.hpp"

#include <sys/resource.h>

#include <cerrno>

namespace redbook {

bool exceeds_size_limit(std::int64_t bytes) noexcept {
  struct rlimit limit {};
  if (::getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY ||
      static_cast<rlim_t>(bytes) <= limit.rlim_cur)
    return false;
  errno = EFBIG;
  return true;
}

}  // namespace redbook
