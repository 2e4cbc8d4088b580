/// An image in the making, for the tests of what writes one.
#pragma once

#include "checksum/crc32.hpp"
#include "image/file_sums.hpp"
#include "image/image_writer.hpp"
#include "suite.hpp"

namespace redbook::test {

/// With the checksum of the audio.
inline OlderFiles write_image(const Disc &disc, const ImageFiles &files, Stash &stash) {
  FileSums sums{FileSums::Kind::crc32};
  auto pcm = silence(disc.length());
  stash.read(0, pcm);
  sums.add(pcm);
  return redbook::write_image(disc, files, stash, sums);
}

inline void rehearse_image(const Disc &disc, const ImageFiles &files) {
  FileSums sums{FileSums::Kind::crc32};
  redbook::rehearse_image(disc, files, sums);
}

/// A folder, a stash with counting audio in it, and the disc it is of.
struct Imaging {
  TempDir folder;
  Disc disc;
  std::shared_ptr<Stash> stash;

  explicit Imaging(int tracks = 1) {
    for (int i = 0; i < tracks; ++i)
      disc.tracks.push_back({Lba{i * 300}, {}, Blocks{300}, {}, {}});
    stash = stash_with(folder, audio());
  }

  Pcm audio() const { return counting_audio(disc.length()); }
  ImageFiles files(const std::string &name = "album.cue") const {
    return image_files(folder / name, ImageFormat::automatic);
  }

  /// Files of an earlier image.
  void leave_older_image() const {
    write_file(folder / "album.cue", "older sheet");
    write_file(folder / "album.bin", "older audio");
  }
  bool has_older_image() const {
    return folder.names() == "album.bin album.cue " &&
           contents(folder / "album.cue") == "older sheet" &&
           contents(folder / "album.bin") == "older audio";
  }

  /// Whether the folder has the image, whole, and nothing else.
  bool has_image() const {
    const auto pcm = audio();
    const auto audio = contents(folder / "album.bin");
    return folder.names() == "album.bin album.cue " &&
           contents(folder / "album.cue") ==
               cue_image.sheet(disc, files(), crc32(0, pcm)) &&
           std::equal(audio.begin(), audio.end(), pcm.begin(), pcm.end(),
                      [](char a, std::byte b) { return static_cast<std::byte>(a) == b; });
  }
};

}  // namespace redbook::test
