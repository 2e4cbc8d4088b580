/// The checksums of a disc's tracks, computed while their audio goes by.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "bytes.hpp"
#include "checksum/marks.hpp"
#include "checksum/sums.hpp"
#include "checksum/window.hpp"
#include "disc/disc.hpp"

namespace redbook {

struct AccurateRip {
  std::uint32_t v1 = 0;
  std::uint32_t v2 = 0;
  bool operator==(const AccurateRip &) const = default;
};

/// Of one track, or of any run of audio.
struct AudioSums {
  AccurateRip accurate_rip;
  std::uint32_t crc32 = 0;                ///< EAC's CRC
  std::uint32_t crc32_without_nulls = 0;  ///< the same without 16-bit words of 0
  int peak = 0;                           ///< of both channels, 0 to 32768
  bool operator==(const AudioSums &) const = default;
};

/// Where a track stands on its disc: AccurateRip leaves out the disc's first 2939 samples
/// and its last 2940.
enum class TrackPlace { first, middle, last, only };

/// Audio between two places on the disc, in bytes from LBA 0.
struct Extent {
  std::int64_t first_byte = 0;
  std::int64_t end_byte = 0;
  bool operator==(const Extent &) const = default;
};

/// What rippers read as the tracks: from index 01 to the next index 01 or the lead-out.
/// `offset`: where LBA 0 of the disc is in the audio.
std::vector<Extent> extents_of(const Disc &disc, Blocks offset = {});

struct DiscSums {
  std::vector<AudioSums> tracks;
  std::uint32_t crc32 = 0;  ///< of all tracks
  std::uint32_t crc32_without_nulls = 0;
  std::uint32_t ctdb = 0;  ///< 0 if the disc is too short for one
  int peak = 0;
  std::int64_t bytes_read_again = 0;  ///< from the stash, for these sums
  bool operator==(const DiscSums &) const = default;
};

/// Sums up audio on its way to the disc, from LBA 0 on. It is told where tracks start and
/// may start, also up to 587 samples late, and answers for any tracks between such
/// places. For others it reads again what it has no sums for. Not for two threads at
/// once.
class TrackChecksums {
 public:
  /// Fills `into` with the disc's audio from `first_byte` on; may throw.
  using Reader = std::function<void(std::int64_t first_byte, std::span<std::byte> into)>;

  explicit TrackChecksums(const Kernels &kernels = best_kernels()) : kernels_{&kernels} {}

  /// Any number of bytes.
  void append(Bytes audio);
  void append_silence(std::int64_t bytes);

  /// A track starts at `first_byte`: the one before ends there. A place in the audio to
  /// come, the next byte, or up to 587 samples before it. What lies further back costs
  /// reading again.
  void track_starts(std::int64_t first_byte);

  /// The same for a start that is decided later, as with a table of contents that came
  /// early. Twice the AccurateRip sums are kept from there to the next start.
  void track_may_start(std::int64_t first_byte);

  /// Forgets the audio and the starts behind `position`.
  void rewind(std::int64_t position);

  std::int64_t position() const noexcept { return window_.end(); }

  /// The sums of a disc with these tracks, which follow one another. Changes nothing.
  /// Without a reader the tracks must be such as cost no reading.
  DiscSums disc(const std::vector<Extent> &tracks, const Reader &reader = {}) const;

  /// Those of one track.
  AudioSums track(Extent track, TrackPlace place, const Reader &reader = {}) const;

 private:
  struct Stretch {
    std::int64_t first = 0;
    std::int64_t end = 0;
    Sums sums;
    std::vector<AnchoredSum> anchored;
  };
  class Query;

  void mark(std::int64_t first_byte, Marks::Kind kind);
  void sum_up_to(std::int64_t end);
  Stretch &open_stretch();

  const Kernels *kernels_;
  Window window_;
  Marks marks_;
  std::vector<Stretch> stretches_;  // in order; there may be holes between them
  bool stretch_is_open_ = false;    // the last one
  std::int64_t summed_ = 0;         // whole samples, up to here
};

}  // namespace redbook
