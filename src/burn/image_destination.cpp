#include "burn/image_destination.hpp"

#include <utility>

namespace redbook {

ImageDestination::ImageDestination(ImageFiles files, Laser laser)
    : files_{std::move(files)}, laser_{laser}, rescue_{files_} {}

std::shared_ptr<Stash> ImageDestination::new_stash() const {
  return std::make_shared<Stash>(files_.folder(), files_.lead().bytes());
}

std::chrono::nanoseconds ImageDestination::settle_time() const {
  return std::chrono::milliseconds{250};
}

std::unique_ptr<Burner> ImageDestination::burner(std::shared_ptr<Stash> stash,
                                                 const ReportDraft &) const {
  return std::make_unique<ImageBurner>(std::move(stash), files_, laser_);
}

Destination::Ended ImageDestination::ended(const std::exception_ptr &outcome,
                                           const Disc &disc, Stash &stash) {
  auto told = rescue_.after(outcome, disc, stash);
  return {std::move(told), rescue_.keeps_stash()};
}

}  // namespace redbook
