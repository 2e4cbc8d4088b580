/// What writev() and its like are given.
#pragma once

#include <sys/uio.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace redbook::test {

using Scattered = std::span<const iovec>;

inline std::size_t size_of(Scattered pieces) {
  std::size_t bytes = 0;
  for (const auto &piece : pieces) bytes += piece.iov_len;
  return bytes;
}

/// No more than its first `bytes`.
inline std::vector<iovec> first_of(Scattered pieces, std::size_t bytes) {
  std::vector<iovec> first;
  for (const auto &[place, size] : pieces) {
    if (bytes == 0) break;
    first.push_back({place, std::min(size, bytes)});
    bytes -= first.back().iov_len;
  }
  return first;
}

}  // namespace redbook::test
