/// Gathers small pieces of audio into large writes.
#pragma once

#include <sys/uio.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "bytes.hpp"
#include "stash/held_audio.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// Appends to one extent of a stash. Whatever the size of the pieces, the file sees
/// writes of `batch_bytes` at multiples of it. Not for two threads at once; several
/// writers may share a stash. Throws what the stash throws; then nothing taken so far is
/// lost, and the next call tries again.
class ExtentWriter {
 public:
  /// 2874 writes for 80 minutes. What is kept meanwhile is as little as that allows: each
  /// thread that brings audio has an arena of its own, which grows by it.
  static constexpr std::int64_t batch_bytes = std::int64_t{288} * 1024;

  /// From this size on audio is kept where it is. Smaller buffers are copied as fast, and
  /// its memory is used again while the cache has it.
  static constexpr std::int64_t min_kept_bytes = 8192;

  ExtentWriter(std::shared_ptr<Stash> stash, std::int64_t start);

  void append(Bytes bytes);
  void append_silence(std::int64_t bytes);

  /// The same without a copy if that pays: then the owner is taken over, also when
  /// this throws, and goes after the audio has been written. The bytes are there until
  /// the next call in any case.
  void append(HeldAudio &&audio);

  /// Forgets what lies behind `position`.
  void rewind(std::int64_t position);

  /// Hands what is still held to the file.
  void flush();

  /// The same, and lengthens the file with silence that takes no room on the disk.
  void end_with_silence(std::int64_t bytes);

  /// Where the next byte goes, counted from the start of the stash.
  std::int64_t position() const noexcept { return start_ + held_; }
  /// Where what the file has ends: the rest is held.
  std::int64_t written() const noexcept { return start_; }
  const std::shared_ptr<Stash> &stash() const noexcept { return stash_; }

 private:
  std::size_t room();
  std::byte *copies(std::size_t bytes);
  void hold(const std::byte *first, std::size_t bytes);
  void drop_end(std::int64_t bytes);
  void write_out();

  std::shared_ptr<Stash> stash_;
  std::int64_t start_;  // of what is held
  std::int64_t held_ = 0;
  std::vector<iovec> pieces_;             // what is held
  std::vector<HeldAudio::Owner> owners_;  // of some of them; the last may still be read
  std::unique_ptr<std::byte[]> copies_;   // the others are here
  std::size_t copied_ = 0;
};

}  // namespace redbook
