#include "burn/image_burner.hpp"

#include <algorithm>
#include <utility>

#include "error.hpp"
#include "image/image_writer.hpp"

namespace redbook {
namespace {

// 100 s of sound, 17 MB: often enough to tell of progress and to be cancelled.
constexpr Blocks piece{7500};

void stop_here_if_asked(const std::stop_token &stop) {
  if (stop.stop_requested()) throw Cancelled{};
}

}  // namespace

ImageBurner::ImageBurner(std::shared_ptr<Stash> stash, ImageFiles files, Laser laser)
    : stash_{std::move(stash)}, files_{std::move(files)}, laser_{laser} {}

void ImageBurner::write_track(const Track &track, BurnObserver &observer,
                              const std::stop_token &stop) {
  for (auto at = track.start; at < track.end();) {
    stop_here_if_asked(stop);
    const auto end = std::min(at + piece, track.end());
    stash_->push_to_disk((at - Lba{0}).bytes(), (end - at).bytes());
    at = end;
    observer.blocks_written(at - Lba{0});
  }
}

void ImageBurner::burn(const Disc &disc, BurnObserver &observer, std::stop_token stop) {
  observer.preparing(std::chrono::seconds{0});
  int written = 0;
  observer.tracks_written(written);
  observer.blocks_written(Blocks{0});
  for (const auto &track : disc.tracks) {
    write_track(track, observer, stop);
    observer.tracks_written(++written);
  }
  observer.closing(std::chrono::seconds{0});
  stash_->sync();
  stop_here_if_asked(stop);
  if (laser_ == Laser::on)
    write_image(disc, files_, *stash_);
  else
    rehearse_image(disc, files_);
}

}  // namespace redbook
