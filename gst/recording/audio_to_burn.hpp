/// Which sound goes onto the discs.
#pragma once

#include <memory>

#include "loudness/adjusted_audio.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// The sound of all discs of a burn.
struct SoundToBurn {
  std::shared_ptr<Stash> staged{};            ///< as it came
  std::shared_ptr<AdjustedSound> adjusted{};  ///< what is burned instead; null: nothing
};

}  // namespace redbook
