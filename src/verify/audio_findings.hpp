/// What there is to say of a comparison of audio.
#pragma once

#include "disc/finding.hpp"
#include "verify/audio_comparison.hpp"
#include "verify/sent_disc.hpp"

namespace redbook {

/// VERIFY_SHIFT or VERIFY_SHIFT_UNDECIDED, notes that name the shift; VERIFY_LOST_SAMPLES
/// for what the shift and the write offset took off the ends, a warning if it is not
/// silent; VERIFY_SOUND, an error, for each track that differs, with its places.
Findings findings_of(const AudioComparison &comparison, const SentDisc &sent);

}  // namespace redbook
