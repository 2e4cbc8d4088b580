/// How loud the tracks in a stash are.
#pragma once

#include <functional>
#include <stop_token>
#include <vector>

#include "disc/disc.hpp"
#include "loudness/loudness.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// So much of the work on the audio is done. On the caller's thread.
using WorkDone = std::function<void(Blocks completed, Blocks total)>;

/// Of a disc, and of its tracks, each with its pregap.
struct LoudnessSurvey {
  MeasuredLoudness whole{};
  std::vector<MeasuredLoudness> tracks{};
};

/// Measures the audio of `disc` in `stash` where its tracks are: by as many threads as
/// there are processors, which end with the call. The work is twice the length of the
/// disc. Throws Error (stash), and Cancelled soon after `stop`.
LoudnessSurvey survey_loudness(const Stash &stash, const Disc &disc, const WorkDone &done,
                               const std::stop_token &stop);

}  // namespace redbook
