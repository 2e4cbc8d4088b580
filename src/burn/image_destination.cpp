#include "burn/image_destination.hpp"

#include <utility>

#include "stash/stash_folder.hpp"

namespace redbook {
namespace {

/// Makes an image of a part of a stash. Its files are looked at when it is burned.
class PartBurner : public Burner {
 public:
  PartBurner(std::shared_ptr<Stash> part, std::filesystem::path sheet, ImageFormat format,
             ImageBurner::Laser laser)
      : part_{std::move(part)},
        sheet_{std::move(sheet)},
        format_{format},
        laser_{laser} {}

  void burn(const Disc &disc, BurnObserver &observer, std::stop_token stop) override {
    burn_copy(disc, *part_, image_files(sheet_, format_), laser_, observer, stop);
  }

 private:
  std::shared_ptr<Stash> part_;
  std::filesystem::path sheet_;
  ImageFormat format_;
  ImageBurner::Laser laser_;
};

}  // namespace

ImageDestination::ImageDestination(ImageFiles files, Laser laser)
    : Destination{Rescue{files}}, files_{std::move(files)}, laser_{laser} {}

std::shared_ptr<Stash> ImageDestination::new_stash() const {
  const auto folder = files_.folder();
  remove_unfinished_stashes(folder.empty() ? "." : folder);
  return std::make_shared<Stash>(folder, files_.lead().bytes());
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

}  // namespace redbook
