/// Audio on its way into the stash.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "bytes.hpp"
#include "checksum/track_checksums.hpp"
#include "stash/extent_writer.hpp"
#include "stash/write_behind.hpp"

namespace redbook {

/// Whether the checksums of the tracks are computed while their audio goes by.
enum class Summing { off, on };

/// Writes the audio of a disc from LBA 0 on, has the disk keep up with it, and sums it up
/// on the way. Not for two threads at once. Throws what the stash throws; then nothing
/// taken so far is lost.
class AudioWriter {
 public:
  AudioWriter(std::shared_ptr<Stash> stash, Summing summing);

  /// Goes on behind the first `bytes` of the stash, in which the tracks of `disc` are:
  /// they are read for the checksums.
  void resume(const Disc &disc, std::int64_t bytes);

  void append(Bytes audio);
  void append(HeldAudio &&audio);
  void append_silence(std::int64_t bytes);
  /// Silence that takes no room on the disk, behind all the rest, which it flushes.
  void end_with_silence(std::int64_t bytes);

  /// A track starts at this byte, in the audio to come or up to 587 samples back.
  void track_starts(std::int64_t first_byte);
  /// A track may start there: that turns out later.
  void track_may_start(std::int64_t first_byte);

  /// Forgets what lies behind `position`.
  void rewind(std::int64_t position);

  /// Hands what is still held to the file.
  void flush() { writer_.flush(); }

  std::int64_t position() const noexcept { return writer_.position(); }
  const std::shared_ptr<Stash> &stash() const noexcept { return writer_.stash(); }

  /// The sums of the tracks of `disc`, which begins at `offset` and has been flushed;
  /// nothing if none are computed. Reads again only what belongs to tracks that were
  /// not told of in time, and the last 11760 samples at most of a disc behind the first:
  /// CTDB counts from the beginning of its disc.
  std::optional<DiscSums> sums_of(const Disc &disc, Blocks offset = {}) const;

 private:
  template <typename Write, typename Sum>
  void take(Write &&write, Sum &&sum);

  ExtentWriter writer_;
  WriteBehind behind_;
  std::optional<TrackChecksums> checksums_;
};

}  // namespace redbook
