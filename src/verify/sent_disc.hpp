/// The audio that went to a drive, and where it is read back.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "disc/disc.hpp"
#include "drive/drive_settings.hpp"
#include "verify/read_disc.hpp"

namespace redbook {

/// The size of so many stereo samples.
constexpr std::size_t byte_count(std::int64_t samples) {
  return static_cast<std::size_t>(samples * bytes_per_sample);
}

/// A run of samples.
struct SampleRange {
  std::int64_t first = 0;
  std::int64_t end = 0;

  constexpr std::int64_t count() const { return end > first ? end - first : 0; }
  constexpr SampleRange moved_by(std::int64_t samples) const {
    return {first + samples, end + samples};
  }
  /// The samples that are in both; empty if there are none.
  constexpr SampleRange common_with(SampleRange other) const {
    const auto from = first > other.first ? first : other.first;
    const auto to = end < other.end ? end : other.end;
    return {from, to > from ? to : from};
  }
  friend constexpr bool operator==(SampleRange, SampleRange) = default;
};

/// Fills `into`, which is a whole number of samples, with those from `first` on; may
/// throw.
using AudioReader = std::function<void(std::int64_t first, std::span<std::byte> into)>;

/// The audio of one track among all that was sent.
struct TrackAudio {
  int number = 0;                 ///< 0: what lies before index 01 of track 1
  SampleRange range{};            ///< of what was sent
  std::int64_t first_in_track{};  ///< which sample of the track the range begins with
};

/// What was sent to a drive, and the same read back. Places are samples of what was sent,
/// from 0 on.
struct StagedAndRead {
  AudioReader staged{};  ///< within the stretches
  /// What the drive reads where these samples should be; asked for whole blocks, in the
  /// stretches only.
  AudioReader read{};
  /// Runs without a gap, in order, each of whole blocks. Session at once is one; track at
  /// once one for each track, since drives do not read well what lies between.
  std::vector<SampleRange> stretches{};
  std::vector<TrackAudio> tracks{};  ///< in order
};

/// How a disc was sent to its drive.
struct SentDisc {
  const Disc &disc;     ///< must outlive this
  AudioReader audio{};  ///< what was sent, from LBA 0 on, as early as `write_offset` says
  int write_offset = 0;
  WriteMode mode = WriteMode::sao;
};

/// Fills `into` with whole blocks from `first` on.
using BlockReader = std::function<void(Lba first, std::span<std::byte> into)>;

/// `sent` and what `read` has of it, block by block. Tracks are those of rippers in a
/// session at once, from index 01 to the next, and what was written as a track else.
StagedAndRead audio_of(const SentDisc &sent, const ReadDisc &read,
                       BlockReader read_blocks);

}  // namespace redbook
