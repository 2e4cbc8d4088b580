/// The audio on a disc, compared with what was sent.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

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
  /// AccurateRip v2; nothing where it counts samples that the shift took away.
  std::optional<std::uint32_t> read_accurate_rip{};
  int has_audio_of = 0;  ///< another track, whose audio is here instead; 0: of none

  bool identical() const { return differing == 0; }
  bool operator==(const TrackComparison &) const = default;
};

inline constexpr std::size_t max_spans = 20;

struct AudioComparison {
  Alignment alignment{};  ///< what was known before the audio was compared
  int shift = 0;          ///< at which it fits best
  /// Samples of each stretch that the shift pushed over its edges, and those of them
  /// that are not silent: nobody has seen these.
  std::int64_t lost_at_start = 0;
  std::int64_t lost_at_end = 0;
  std::int64_t lost_audio = 0;
  std::vector<TrackComparison> tracks{};

  bool identical() const;
};

/// So much of the disc is compared.
using VerifyProgress = std::function<void(Blocks completed, Blocks total)>;

/// Reads the disc once, from its start to its end, and compares it at every shift of
/// `alignment`; the result is that of the best. Throws what the readers throw, and
/// Cancelled, between two pieces of a second.
AudioComparison compare_audio(const StagedAndRead &audio, const Alignment &alignment,
                              const VerifyProgress &progress,
                              const std::stop_token &stop);

}  // namespace redbook
