/// The audio on a disc, compared with what was sent.
#pragma once

#include <functional>
#include <stop_token>
#include <vector>

#include "verify/shift_comparison.hpp"

namespace redbook {

/// How all of a disc was read.
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
