// make_images FOLDER: writes one disc that has everything as FOLDER/album.cue, .toc and
// .ddp, each beside nothing else, for readers that are not ours.
#include <iostream>

#include "cdtext/disc_cdtext.hpp"
#include "disc/lint.hpp"
#include "image_maker.hpp"

using namespace redbook;

namespace {

Texts texts_numbered(const std::string &what, const std::string &number) {
  return {what + " " + number,  "Performer " + number, "Songwriter " + number,
          "Composer " + number, "Arranger " + number,  "Message " + number};
}

/// Five tracks: a hidden one before the first, every flag, a pregap with audio, index
/// points, codes as tags have them, texts beyond ASCII and with quotes.
Disc disc_with_everything() {
  Disc disc{{{Lba{0}, Blocks{150}, Blocks{600}, {}, {}},
             {Lba{600}, Blocks{75}, Blocks{675}, {Blocks{150}, Blocks{300}}, {}},
             {Lba{1275}, {}, Blocks{375}, {}, {}},
             {Lba{1650}, Blocks{1}, Blocks{451}, {Blocks{449}}, {}},
             {Lba{2101}, {}, Blocks{300}, {}, {}}}};
  disc.mcn = "051149201117";
  disc.genre = "Jazz";
  disc.language = "de";
  disc.texts = texts_numbered("Gr\u00f6\u00dfe", "0");
  for (std::size_t i = 0; i < disc.tracks.size(); ++i)
    disc.tracks[i].texts = texts_numbered("Title", std::to_string(i + 1));
  disc.tracks[1].texts.title = "\u00dcber \"2\" \\ 1";
  disc.tracks[2].texts = {};
  disc.tracks[0].subcode = {.isrc = "xy-blg-11-01234", .copy = Copy::permitted};
  disc.tracks[1].subcode = {.isrc = "XYBLG1100005", .pre_emphasis = true};
  disc.tracks[2].subcode = {.four_channel = true};
  disc.tracks[3].subcode = {"USABC1234567", true, Copy::permitted, false};
  return disc;
}

}  // namespace

int main(int, char **arguments) {
  auto linted = lint(disc_with_everything());
  for (const auto &finding : linted.findings) std::cout << sentence_of(finding) << '\n';
  for (const auto &finding : add_cdtext(linted.disc))
    std::cout << sentence_of(finding) << '\n';
  for (const auto *format : {"cue", "toc", "ddp"}) {
    const auto folder = std::filesystem::path{arguments[1]} / format;
    test::make_image(linted.disc, folder / (std::string{"album."} + format));
  }
}
