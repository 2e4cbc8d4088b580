/// Gathers small pieces of audio into large writes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "bytes.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// Appends to one extent of a stash. Whatever the size of the pieces, the file sees
/// writes of `piece_bytes` at multiples of it. Not for two threads at once; several
/// writers may share a stash. Throws what the stash throws; then nothing taken so far is
/// lost, and the next call tries again.
class ExtentWriter {
 public:
  /// 1615 writes for 80 minutes.
  static constexpr std::int64_t piece_bytes = std::int64_t{512} * 1024;

  ExtentWriter(std::shared_ptr<Stash> stash, std::int64_t start);

  void append(Bytes bytes);
  void append_silence(std::int64_t bytes);

  /// Forgets what lies behind `position`.
  void rewind(std::int64_t position);

  /// Hands what is still held to the file.
  void flush();

  /// Where the next byte goes, counted from the start of the stash.
  std::int64_t position() const noexcept { return start_ + held_; }
  /// Where what the file has ends: the rest is held.
  std::int64_t written() const noexcept { return start_; }
  const std::shared_ptr<Stash> &stash() const noexcept { return stash_; }

 private:
  std::size_t room();

  std::shared_ptr<Stash> stash_;
  std::int64_t start_;  // of what is held
  std::int64_t held_ = 0;
  std::unique_ptr<std::byte[]> buffer_;
};

}  // namespace redbook
