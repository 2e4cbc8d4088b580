/// Which audio goes onto the discs.
#pragma once

#include <memory>

#include "loudness/adjusted_audio.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// The audio of all discs of a burn.
struct AudioToBurn {
  std::shared_ptr<Stash> staged{};            ///< as it came
  std::shared_ptr<AdjustedAudio> adjusted{};  ///< what is burned instead; null: nothing
};

}  // namespace redbook
