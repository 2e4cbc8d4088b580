#include "burn/image_burner.hpp"

#include <algorithm>
#include <utility>

#include "error.hpp"
#include "image/image_format.hpp"
#include "stash/audio_pieces.hpp"
#include "stash/stash_part.hpp"

namespace redbook {
namespace {

// 100 s of audio, 17 MB: often enough to tell of progress and to be cancelled.
constexpr Blocks piece_length{7500};

}  // namespace

ImageBurner::ImageBurner(std::shared_ptr<Stash> stash, ImageFiles files, Laser laser)
    : stash_{std::move(stash)}, files_{std::move(files)}, laser_{laser} {}

void ImageBurner::write_track(const Track &track, FileSums &sums, BurnObserver &observer,
                              const std::stop_token &stop) {
  for (auto at = track.start; at < track.end();) {
    throw_if_stopped(stop);
    const auto end = std::min(at + piece_length, track.end());
    stash_->push_to_disk((at - Lba{0}).bytes(), (end - at).bytes());
    add_to(sums, at, end);
    at = end;
    observer.on(event::BlocksWritten{at - Lba{0}});
  }
}

void ImageBurner::add_to(FileSums &sums, Lba from, Lba to) const {
  for_each_piece(*stash_, from, to, [&](Bytes piece, Lba /*at*/) { sums.add(piece); });
}

void ImageBurner::burn(const Disc &disc, BurnObserver &observer, std::stop_token stop) {
  observer.on(event::Preparing{});
  const auto &kind = kind_of(files_.format);
  FileSums sums{kind.has_md5 ? FileSums::Kind::crc32_and_md5 : FileSums::Kind::crc32};
  add_to(sums, Lba{0} - files_.lead(), Lba{0});
  int written = 0;
  observer.on(event::TracksWritten{written});
  observer.on(event::BlocksWritten{});
  for (const auto &track : disc.tracks) {
    write_track(track, sums, observer, stop);
    observer.on(event::TracksWritten{++written});
  }
  observer.on(event::Closing{});
  stash_->sync();
  throw_if_stopped(stop);
  if (laser_ == Laser::on)
    older_ = kind.write(disc, files_, *stash_, sums);
  else
    kind.rehearse(disc, files_, sums);
}

void burn_copy(const Disc &disc, const Stash &stash, const ImageFiles &files,
               ImageBurner::Laser laser, BurnObserver &observer,
               const std::stop_token &stop) {
  auto copy = copied_part(stash, {}, disc.length(), files.folder(), files.lead(), stop);
  ImageBurner{std::move(copy), files, laser}.burn(disc, observer, stop);
}

}  // namespace redbook
