#include "burn/image_destination.hpp"

#include <utility>

#include "stash/stash_part.hpp"

namespace redbook {
namespace {

/// Makes an image of a part of a stash: of a copy, which the image adopts.
class PartBurner : public Burner {
 public:
  PartBurner(std::shared_ptr<Stash> part, std::filesystem::path sheet, ImageFormat format,
             ImageBurner::Laser laser)
      : part_{std::move(part)},
        sheet_{std::move(sheet)},
        format_{format},
        laser_{laser} {}

  void burn(const Disc &disc, BurnObserver &observer, std::stop_token stop) override {
    const auto files = image_files(sheet_, format_);
    auto copy =
        copied_part(*part_, Blocks{}, disc.length(), files.folder(), files.lead(), stop);
    ImageBurner{std::move(copy), files, laser_}.burn(disc, observer, stop);
  }

 private:
  std::shared_ptr<Stash> part_;
  std::filesystem::path sheet_;
  ImageFormat format_;
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

std::filesystem::path ImageDestination::sheet(int disc) const {
  return numbered(files_.sheet, files_.format, disc);
}

std::unique_ptr<Burner> ImageDestination::burner(std::shared_ptr<Stash> stash,
                                                 const ReportDraft &draft) const {
  const auto &which = draft.which;
  if (which.discs > 1)
    return std::make_unique<PartBurner>(std::move(stash), sheet(which.disc),
                                        files_.format, laser_);
  return std::make_unique<ImageBurner>(std::move(stash), files_, laser_);
}

Destination::Ended ImageDestination::ended(const std::exception_ptr &outcome,
                                           const Disc &whole, Stash &stash,
                                           const PartOfSet &part) {
  auto told = rescue_.after(outcome, whole, stash, part);
  return {std::move(told), rescue_.keeps_stash()};
}

}  // namespace redbook
