/// Images that are written, and read again.
#pragma once

#include <sys/stat.h>

#include "cdtext/disc_cdtext.hpp"
#include "discs.hpp"
#include "image/reader/image_reader.hpp"
#include "image_fixture.hpp"
#include "image_reader_fixture.hpp"

namespace redbook::test {

/// A disc that has everything that sheets have words for.
inline Disc disc_with_everything() {
  const Texts texts{"Größe",    "Performer", "Songwriter",
                    "Composer", "Arranger",  "Message"};
  Disc disc{{{Lba{0}, Blocks{150}, Blocks{600}, {}, texts},
             {Lba{600}, Blocks{75}, Blocks{675}, {Blocks{150}, Blocks{300}}, texts},
             {Lba{1275}, {}, Blocks{375}, {}, {}}},
            texts,
            "Jazz"};
  disc.mcn = "0051149201117";
  disc.language = "de";
  disc.tracks[0].subcode = {.isrc = "XYBLG1101234", .copy = Copy::permitted};
  disc.tracks[1].subcode = {.isrc = "XYBLG1100005", .pre_emphasis = true};
  disc.tracks[2].subcode = {.four_channel = true};
  add_cdtext(disc);
  return disc;
}

inline Pcm audio_of(const StagedDisc &image) {
  auto pcm = silence(image.disc.length());
  image.stash->read(0, pcm);
  return pcm;
}

/// Of counting audio, from `first` on.
inline void write_image_of(const Disc &disc, const std::filesystem::path &sheet,
                           std::int64_t first = 0) {
  Stash stash{sheet.parent_path()};
  stash.write(0, counting_audio(disc.length(), first));
  write_image(disc, image_files(sheet, ImageFormat::automatic), stash);
}

/// `text` as a sheet, beside a BIN of 10 s.
inline StagedDisc read_beside(const TempDir &folder, const char *name,
                              const std::string &text) {
  write_file(folder / "a.bin", text_of(counting_audio(Blocks{750})));
  write_file(folder / name, text);
  return read_image(folder / name);
}

/// Whether `stash` is that very file, and no copy.
inline bool is_file(const Stash &stash, const std::filesystem::path &name) {
  struct stat own {
  }, other{};
  return ::fstat(stash.fd(), &own) == 0 && ::stat(name.c_str(), &other) == 0 &&
         own.st_ino == other.st_ino && own.st_dev == other.st_dev;
}

}  // namespace redbook::test
