/// How far a drive shifts the audio between writing and reading it.
#pragma once

#include <stop_token>

#include "verify/sent_disc.hpp"

namespace redbook {

/// No drive is known to be off by more, writing and reading together: AccurateRip leaves
/// so many samples out at the ends of a disc.
inline constexpr int max_shift = 2940;

/// The shift: sample n of what was sent is read as sample n + shift.
struct Alignment {
  bool decided = false;  ///< else the audio does not tell: silence, or one that repeats
  /// Best first: the one shift, or all that may be. Never empty, at most `max_shifts`.
  std::vector<int> shifts{0};
  bool operator==(const Alignment &) const = default;
};

inline constexpr std::size_t max_shifts = 32;

/// Listens to loud places all over the disc and at its ends, and looks where in the
/// staged audio each of them comes from. What fits at several shifts decides nothing, nor
/// does silence. Places that fit nowhere have no say, so that damage does not matter.
/// Throws what the readers throw, and Cancelled.
Alignment find_alignment(const StagedAndRead &audio, const std::stop_token &stop);

}  // namespace redbook
