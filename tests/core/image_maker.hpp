/// Whole images, for readers that are not ours.
#pragma once

#include "burn/image_burner.hpp"
#include "support.hpp"

namespace redbook::test {

/// Writes `disc` with counting audio as an image, in a folder that is made for it.
inline void make_image(const Disc &disc, const std::filesystem::path &location) {
  std::filesystem::create_directories(location.parent_path());
  const auto files = image_files(location, ImageFormat::automatic);
  auto stash = std::make_shared<Stash>(files.folder(), files.lead().bytes());
  stash->write(0, counting_audio(disc.length()));
  Unobserved observer;
  ImageBurner{stash, files, ImageBurner::Laser::on}.burn(disc, observer, {});
}

}  // namespace redbook::test
