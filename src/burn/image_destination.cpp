#include "burn/image_destination.hpp"

#include <utility>

#include "stash/stash_part.hpp"

namespace redbook {
namespace {

/// Makes an image of a part of a stash: of a copy, which the image adopts.
class PartBurner : public Burner {
 public:
  PartBurner(std::shared_ptr<Stash> part, ImageFiles files, ImageBurner::Laser laser)
      : part_{std::move(part)}, files_{std::move(files)}, laser_{laser} {}

  void burn(const Disc &disc, BurnObserver &observer, std::stop_token stop) override {
    auto copy = copied_part(*part_, Blocks{}, disc.length(), files_.folder(),
                            files_.lead(), stop);
    ImageBurner{std::move(copy), files_, laser_}.burn(disc, observer, stop);
  }

 private:
  std::shared_ptr<Stash> part_;
  ImageFiles files_;
  ImageBurner::Laser laser_;
};

}  // namespace

ImageDestination::ImageDestination(ImageFiles files, Laser laser)
    : files_{std::move(files)}, laser_{laser}, rescue_{files_} {}

std::shared_ptr<Stash> ImageDestination::new_stash() const {
  return std::make_shared<Stash>(files_.folder(), files_.lead().bytes());
}

std::chrono::nanoseconds ImageDestination::settle_time() const {
  return std::chrono::milliseconds{250};
}

ImageFiles ImageDestination::files_of(int disc) const {
  if (disc == 1) return files_;
  return image_files(numbered(files_.sheet, files_.format, disc), files_.format);
}

std::unique_ptr<Burner> ImageDestination::burner(std::shared_ptr<Stash> stash,
                                                 const ReportDraft &draft) const {
  const auto &which = draft.which;
  if (which.discs > 1)
    return std::make_unique<PartBurner>(std::move(stash), files_of(which.disc), laser_);
  return std::make_unique<ImageBurner>(std::move(stash), files_, laser_);
}

Destination::Ended ImageDestination::ended(const std::exception_ptr &outcome,
                                           const Disc &disc, Stash &stash) {
  auto told = rescue_.after(outcome, disc, stash);
  return {std::move(told), rescue_.keeps_stash()};
}

}  // namespace redbook
