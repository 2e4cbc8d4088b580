/// The loudness of what is burned.
#pragma once

#include <memory>

#include "loudness/adjusted_audio.hpp"
#include "recording/destinations.hpp"
#include "recording/settings.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// The audio of all discs of a burn.
struct AudioToBurn {
  std::shared_ptr<Stash> staged{};            ///< as it came
  std::shared_ptr<AdjustedAudio> adjusted{};  ///< what is burned instead; null: nothing
};

/// Knows what is burned instead of what is staged, if it is wanted louder or softer.
/// Not for two threads at once.
class Adjustment {
 public:
  /// Both must outlive it, and what it gives.
  Adjustment(const Settings &settings, const Destinations &destinations)
      : settings_{settings}, destinations_{destinations} {}

  /// For the tracks of `whole`: that of the last burn, if it is of them.
  AudioToBurn audio_of(const Disc &whole, const std::shared_ptr<Stash> &staged);

  /// Something else is staged.
  void forget() { audio_.reset(); }

 private:
  const Settings &settings_;
  const Destinations &destinations_;
  std::shared_ptr<AdjustedAudio> audio_;
};

}  // namespace redbook
