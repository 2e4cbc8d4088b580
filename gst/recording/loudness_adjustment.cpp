#include "recording/loudness_adjustment.hpp"

namespace redbook {

AudioToBurn Adjustment::audio_of(const Disc &whole,
                                 const std::shared_ptr<Stash> &staged) {
  if (!settings_.adjusts_loudness()) return {staged, nullptr};
  if (!audio_ || !audio_->is_of(whole, staged))
    audio_ = std::make_shared<AdjustedAudio>(
        whole, staged, settings_.loudness, settings_.summing(),
        [&destinations = destinations_] { return destinations.new_stash(); });
  return {staged, audio_};
}

}  // namespace redbook
