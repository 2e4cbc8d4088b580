#include "burn/loudness_burner.hpp"

#include <string>
#include <utility>

#include "error.hpp"
#include "stash/stash_part.hpp"

namespace redbook {

LoudnessBurner::LoudnessBurner(std::shared_ptr<AdjustedAudio> audio, Blocks offset,
                               ReportDraft draft, Make make)
    : audio_{std::move(audio)},
      offset_{offset},
      draft_{std::move(draft)},
      make_{std::move(make)} {}

std::shared_ptr<Stash> LoudnessBurner::stash() const {
  auto whole = audio_->stash();
  return draft_.which.discs > 1 ? shared_part(*whole, offset_) : whole;
}

// What is kept of the audio then is as it came.
void LoudnessBurner::adjust(BurnObserver &observer, const std::stop_token &stop) {
  try {
    audio_->make(
        [&](Blocks completed, Blocks total) {
          observer.on(event::Adjusting{completed, total});
        },
        stop);
  } catch (const Error &error) {
    throw Error{error.fault(), error.result(),
                std::string{error.what()} + " The loudness was not adjusted.",
                error.detail()};
  }
}

void LoudnessBurner::burn(const Disc &disc, BurnObserver &observer,
                          std::stop_token stop) {
  adjust(observer, stop);
  draft_.sums = audio_->sums_of(disc, offset_);
  draft_.loudness = audio_->loudness_of(disc, offset_);
  observer.on(event::Adjusted{draft_.sums, *draft_.loudness});
  make_(stash(), draft_)->burn(disc, observer, std::move(stop));
}

}  // namespace redbook
