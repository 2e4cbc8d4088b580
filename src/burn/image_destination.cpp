#include "burn/image_destination.hpp"

#include <optional>
#include <system_error>
#include <utility>

#include "error.hpp"

namespace redbook {
namespace {

using Laser = ImageDestination::Laser;

/// Makes an image of all of a stash, or of a copy of its start. Its files are looked at
/// when it is burned.
class SheetBurner : public Burner {
 public:
  SheetBurner(std::shared_ptr<Stash> stash, std::filesystem::path sheet,
              ImageFormat format, Laser laser, bool copies)
      : stash_{std::move(stash)},
        sheet_{std::move(sheet)},
        format_{format},
        laser_{laser},
        copies_{copies} {}

  void burn(const Disc &disc, BurnObserver &observer, std::stop_token stop) override {
    const auto files = image_files(sheet_, format_);
    if (copies_) return burn_copy(disc, *stash_, files, laser_, observer, stop);
    whole_.emplace(stash_, files, laser_).burn(disc, observer, stop);
  }

 private:
  std::shared_ptr<Stash> stash_;
  std::filesystem::path sheet_;
  ImageFormat format_;
  Laser laser_;
  bool copies_;
  std::optional<ImageBurner> whole_;
};

/// Has an image made, and tells if it replaced one that the same element made.
class NotingBurner : public Burner {
 public:
  NotingBurner(std::unique_ptr<Burner> burner, std::filesystem::path sheet,
               std::shared_ptr<MadeImages> made)
      : burner_{std::move(burner)}, sheet_{std::move(sheet)}, made_{std::move(made)} {}

  void burn(const Disc &disc, BurnObserver &observer, std::stop_token stop) override {
    std::error_code ignored;
    const bool replaces = made_->has(sheet_) && std::filesystem::exists(sheet_, ignored);
    burner_->burn(disc, observer, std::move(stop));
    made_->add(sheet_);
    if (!replaces) return;
    observer.on(event::Found{
        {"IMAGE_REPLACED", Severity::warning, 0,
         "an image that was made shortly before had the same name.",
         "It was replaced; a location such as album-%02d.cue numbers the images."}});
  }

 private:
  std::unique_ptr<Burner> burner_;
  std::filesystem::path sheet_;
  std::shared_ptr<MadeImages> made_;
};

}  // namespace

ImageDestination::ImageDestination(const std::filesystem::path &location,
                                   ImageFormat format, Laser laser,
                                   std::shared_ptr<MadeImages> made)
    : made_{std::move(made)},
      series_{location, format, made_},
      files_{image_files(series_.sheet(1), format)},
      laser_{laser} {
  kind_of(files_.format).settle(files_);
}

std::filesystem::path ImageDestination::audio_file() const {
  const auto sheet = series_.sheet(1);
  if (sheet == files_.sheet) return files_.audio();
  try {
    return image_files(sheet, files_.format).audio();
  } catch (const Error &) {
    return {};  // the burner says what is in the way
  }
}

std::filesystem::path ImageDestination::stash_folder() const { return files_.folder(); }

std::shared_ptr<Stash> ImageDestination::new_stash() const {
  auto stash = std::make_shared<Stash>(stash_folder(), files_.lead().bytes());
  stash->hold_reserve();
  return stash;
}

std::chrono::nanoseconds ImageDestination::settle_time() const {
  return std::chrono::milliseconds{250};
}

std::unique_ptr<Burner> ImageDestination::burner(std::shared_ptr<Stash> stash,
                                                 const std::string &name,
                                                 const ReportDraft &draft) const {
  const bool is_part = draft.which.discs > 1;
  std::unique_ptr<Burner> burner;
  if (name == files_.sheet && !is_part)
    burner = std::make_unique<ImageBurner>(std::move(stash), files_, laser_);
  else
    burner = std::make_unique<SheetBurner>(std::move(stash), name, files_.format, laser_,
                                           is_part);
  if (laser_ == Laser::off) return burner;
  return std::make_unique<NotingBurner>(std::move(burner), name, made_);
}

Rescue ImageDestination::new_rescue() const {
  auto files = files_;
  files.sheet = series_.sheet(1);
  return Rescue{files};
}

}  // namespace redbook
