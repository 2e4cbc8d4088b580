/// The last of the audio that went by.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "bytes.hpp"

namespace redbook {

/// A view of a stream's last bytes, by their place in it, from a whole sample on. The
/// stream starts at 0.
class Window {
 public:
  static constexpr std::int64_t capacity = std::int64_t{128} * 1024;

  Window();

  /// Takes bytes from the front of `audio` as long as what is from `needed` on stays.
  /// How many.
  std::int64_t append(Bytes audio, std::int64_t needed);

  /// Forgets what lies behind `position`.
  void rewind(std::int64_t position);

  /// What is at `from` and, as far as it is in one piece, up to `to`. Not empty if
  /// start() <= from < to <= end().
  Bytes piece(std::int64_t from, std::int64_t to) const;

  std::int64_t start() const noexcept { return start_; }
  std::int64_t end() const noexcept { return end_; }

 private:
  std::unique_ptr<std::byte[]> ring_;
  std::int64_t start_ = 0;
  std::int64_t end_ = 0;
};

}  // namespace redbook
