#include "verify/read_disc.hpp"

namespace redbook {

std::string block_text(Lba block) {
  return "block " + std::to_string(block.value()) + " (" + to_string(Msf::of(block)) +
         ")";
}

std::string time_of(std::int64_t sample) {
  auto text = to_string(Msf::of(Blocks{sample / samples_per_block}));
  text[text.rfind(':')] = '.';
  return text;
}

std::string place_in_track(Lba block, const ReadDisc &read) {
  std::size_t track = 0;
  while (track < read.tracks.size() && read.tracks[track].start <= block) ++track;
  if (track == 0) return "before track 1, " + time_of((block - Lba{0}).samples());
  const auto start = read.tracks[track - 1].start;
  return "track " + std::to_string(track) + ", " + time_of((block - start).samples());
}

}  // namespace redbook
