/// A disc image as a destination.
#pragma once

#include "burn/destination.hpp"
#include "burn/image_burner.hpp"

namespace redbook {

class ImageDestination : public Destination {
 public:
  using Laser = ImageBurner::Laser;

  ImageDestination(ImageFiles files, Laser laser);

  std::string name(int disc) const override { return sheet(disc).string(); }
  std::filesystem::path audio_file() const override { return files_.audio(); }
  const char *write_mode() const override { return "image"; }
  std::shared_ptr<Stash> new_stash() const override;
  std::chrono::nanoseconds settle_time() const override;
  std::unique_ptr<Burner> burner(std::shared_ptr<Stash> stash,
                                 const ReportDraft &draft) const override;

 private:
  std::filesystem::path sheet(int disc) const;

  ImageFiles files_;
  Laser laser_;
};

}  // namespace redbook
