/// Audio that is read, compared at one shift.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "checksum/track_checksums.hpp"
#include "verify/alignment.hpp"

namespace redbook {

/// Samples from the first to the last of them, both included.
struct SampleSpan {
  std::int64_t first = 0;
  std::int64_t last = 0;
  bool operator==(const SampleSpan &) const = default;
};

/// How one track was read.
struct TrackComparison {
  int track = 0;               ///< 0: what lies before index 01 of track 1
  std::int64_t compared = 0;   ///< samples
  std::int64_t differing = 0;  ///< samples
  /// Where it differs, in samples of the track from 0; less than a block apart is one.
  /// The first `max_spans`.
  std::vector<SampleSpan> spans{};
  std::int64_t span_count = 0;  ///< of all
  SampleSpan extremes{};        ///< first and last differing sample of the track
  std::uint32_t staged_accurate_rip = 0;
  /// AccurateRip v2; nothing if it counts samples that the shift took away.
  std::optional<std::uint32_t> read_accurate_rip{};
  int has_audio_of = 0;  ///< another track, whose audio is here instead; 0: of none

  bool identical() const { return differing == 0; }
  bool operator==(const TrackComparison &) const = default;
};

inline constexpr std::size_t max_spans = 20;

/// What was sent, in memory: the samples of `range`.
struct StagedPiece {
  SampleRange range{};
  std::span<const std::byte> bytes{};

  std::span<const std::byte> part(SampleRange wanted) const;
};

/// Where two runs of samples differ, gathered for one track.
class Differences {
 public:
  explicit Differences(const TrackAudio &track) : track_{track} {}

  /// `staged` and `read` are the samples of `range`, which follows the last one.
  void compare(SampleRange range, std::span<const std::byte> staged,
               std::span<const std::byte> read);

  const TrackAudio &track() const { return track_; }
  TrackComparison result() const;

 private:
  void add(std::int64_t sample);

  TrackAudio track_;
  std::int64_t compared_ = 0;
  std::int64_t differing_ = 0;
  std::int64_t span_count_ = 0;
  std::int64_t first_ = 0;
  std::int64_t last_ = 0;
  std::vector<SampleSpan> spans_;
};

/// Takes what is read of a disc piece by piece, and compares it at its shift.
class ShiftComparison {
 public:
  ShiftComparison(const StagedAndRead &audio, int shift);

  int shift() const { return shift_; }

  /// `read` is what came for the samples of `range`, the next of `stretch`. `staged` has
  /// these and max_shift more on both sides, as far as the stretch goes.
  void take(SampleRange stretch, SampleRange range, std::span<const std::byte> read,
            const StagedPiece &staged);

  /// How badly it fits: the samples that differ, and those that belong to no sample that
  /// was sent and are not silent.
  std::int64_t misfit() const;
  /// `staged`: the checksums of what was sent.
  std::vector<TrackComparison> tracks(const TrackChecksums &staged) const;
  /// Of the samples that the shift pushes over the edges, those that are not silent.
  std::int64_t lost_audio() const { return lost_audio_; }

 private:
  void lose(SampleRange range, const StagedPiece &staged);
  bool is_whole(const TrackAudio &track) const;
  TrackComparison track(const Differences &differences,
                        const TrackChecksums &staged) const;
  int track_of_crc(std::uint32_t crc, const TrackChecksums &staged) const;

  const StagedAndRead &audio_;
  int shift_;
  std::vector<Differences> differences_;
  TrackChecksums checksums_;
  std::vector<SampleRange> lost_;
  std::int64_t lost_audio_ = 0;
  std::int64_t foreign_ = 0;
};

/// Tells `checksums` where the tracks begin and where the last one ends.
void mark_tracks(const StagedAndRead &audio, TrackChecksums &checksums);

}  // namespace redbook
