#include "burn/image_destination.hpp"

#include <utility>

namespace redbook {

ImageDestination::ImageDestination(ImageFiles files, Laser laser)
    : files_{std::move(files)}, laser_{laser} {}

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

}  // namespace redbook
