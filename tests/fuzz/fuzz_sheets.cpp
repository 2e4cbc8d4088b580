// Any bytes at all are taken for a cue sheet and for a TOC file of cdrdao, whose files
// have ten seconds each. A disc that comes of it has its tracks and pieces end to end,
// and the sheet that we write of it is read as a disc of the same layout.

#include <cstdlib>

#include "error.hpp"
#include "image/cue.hpp"
#include "image/reader/cdrdao_toc_reader.hpp"
#include "image/reader/cue_reader.hpp"
#include "image/reader/sheet_layout.hpp"
#include "seed.hpp"

using namespace redbook;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const SheetLayout &layout) {
  std::int64_t bytes = 0;
  for (const auto &piece : layout.pieces) {
    require(piece.bytes > 0 && piece.first_byte >= 0);
    bytes += piece.bytes;
  }
  require(bytes == layout.disc.length().bytes());
  Lba end{};
  for (const auto &track : layout.disc.tracks) {
    require(track.start == end && track.index_1() < track.end());
    end = track.end();
  }
}

void write_again(const Disc &disc) {
  const std::int64_t length = disc.length().bytes();
  const auto sheet = read_cue_sheet(cue_sheet(disc, "a.bin", "a.cdt"), "a.cue");
  const auto again = lay_out(sheet, std::span{&length, 1}, "a.cue").disc;
  require(again.tracks.size() == disc.tracks.size());
  for (std::size_t i = 0; i < disc.tracks.size(); ++i)
    require(again.tracks[i].start == disc.tracks[i].start &&
            again.tracks[i].pregap == disc.tracks[i].pregap &&
            again.tracks[i].indexes == disc.tracks[i].indexes);
}

template <typename Reader>
void read(std::string_view text, Reader reader) {
  try {
    const auto sheet = reader(text, "a");
    const std::vector<std::int64_t> bytes(sheet.files.size(), Blocks{750}.bytes() + 2);
    auto layout = lay_out(sheet, bytes, "a");
    check(layout);
    layout.disc.mcn.clear();  // as it came: the linter sees it before it is written
    for (auto &track : layout.disc.tracks) track.subcode.isrc.clear();
    write_again(layout.disc);
    test::is_accepted = true;
  } catch (const Error &error) {
    require(error.fault() == Fault::image);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char *>(data), size};
  read(text, [](std::string_view bytes, const std::string &name) {
    return read_cue_sheet(bytes, name);
  });
  read(text, read_cdrdao_toc);
  return 0;
}
