/// A disc image as a destination.
#pragma once

#include <memory>

#include "burn/destination.hpp"
#include "burn/image_burner.hpp"
#include "image/image_series.hpp"

namespace redbook {

class ImageDestination : public Destination {
 public:
  using Laser = ImageBurner::Laser;

  /// `made`: what the element made before. Throws Error (settings) for a location that no
  /// image can have.
  ImageDestination(const std::filesystem::path &location, ImageFormat format, Laser laser,
                   std::shared_ptr<MadeImages> made = std::make_shared<MadeImages>());

  std::string name(int disc) const override { return series_.sheet(disc).string(); }
  std::filesystem::path audio_file() const override;
  const char *write_mode() const override { return "image"; }
  std::shared_ptr<Stash> new_stash() const override;
  std::filesystem::path stash_folder() const override;
  std::chrono::nanoseconds settle_time() const override;
  std::unique_ptr<Burner> burner(std::shared_ptr<Stash> stash, const std::string &name,
                                 const ReportDraft &draft) const override;

 private:
  Rescue new_rescue() const override;

  std::shared_ptr<MadeImages> made_;
  ImageSeries series_;
  ImageFiles files_;  ///< of the first image
  Laser laser_;
};

}  // namespace redbook
