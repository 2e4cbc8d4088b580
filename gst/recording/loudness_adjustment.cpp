#include "recording/loudness_adjustment.hpp"

namespace redbook {

SoundToBurn Adjustment::sound_of(const Disc &whole,
                                 const std::shared_ptr<Stash> &staged) {
  if (!settings_.adjusts_loudness()) return {staged, nullptr};
  if (!sound_ || !sound_->is_of(whole, staged))
    sound_ = std::make_shared<AdjustedSound>(
        whole, staged, settings_.loudness, settings_.summing(),
        [&destinations = destinations_] { return destinations.new_stash(); });
  return {staged, sound_};
}

}  // namespace redbook
