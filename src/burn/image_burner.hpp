/// The burner whose disc is an image.
#pragma once

#include <memory>

#include "burn/burner.hpp"
#include "image/file_sums.hpp"
#include "image/image_format.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// Makes a disc image of a stash. Blocks that it reports as written are on the disk, no
/// longer in the page cache; the names appear at the very end. The disk gets the space of
/// an older image back when the burner goes.
class ImageBurner : public Burner {
 public:
  /// Laser on, or everything but that: a simulated burn leaves no image.
  enum class Laser { on, off };

  ImageBurner(std::shared_ptr<Stash> stash, ImageFiles files, Laser laser);

  void burn(const Disc &disc, BurnObserver &observer, std::stop_token stop) override;

 private:
  void write_track(const Track &track, FileSums &sums, BurnObserver &observer,
                   const std::stop_token &stop);
  void add_to(FileSums &sums, Lba from, Lba to) const;

  std::shared_ptr<Stash> stash_;
  ImageFiles files_;
  Laser laser_;
  OlderFiles older_;
};

/// Copies the start of `stash`, and makes an image that has the copy as its audio.
void burn_copy(const Disc &disc, const Stash &stash, const ImageFiles &files,
               ImageBurner::Laser laser, BurnObserver &observer,
               const std::stop_token &stop);

}  // namespace redbook
