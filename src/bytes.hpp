/// Views of bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace redbook {

using Bytes = std::span<const std::byte>;

inline std::int64_t size_of(Bytes bytes) {
  return static_cast<std::int64_t>(bytes.size());
}

}  // namespace redbook
