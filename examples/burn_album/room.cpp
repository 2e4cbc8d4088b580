#include "room.hpp"

#include <algorithm>

namespace burn_album {
namespace {

/// A track fills whole blocks, but where the next one goes on in its last.
std::int64_t blocks_of_audio(const Album &album, bool gapless) {
  std::int64_t blocks = 0;
  std::int64_t length = 0;
  for (const auto &track : album.tracks) {
    blocks += blocks_for(track.length);
    length += track.length;
  }
  return gapless ? blocks_for(length) : blocks;
}

}  // namespace

Room room_for(const Album &album, const Arguments &arguments, std::int64_t capacity) {
  if (album.layout == Layout::sheet) return {album.blocks, capacity, false};
  auto used = blocks_of_audio(album, arguments.gapless);
  if (album.tracks.size() > 1)
    used += arguments.gap_blocks() * static_cast<std::int64_t>(album.tracks.size() - 1);
  const bool is_guess =
      std::any_of(album.sources.begin(), album.sources.end(),
                  [](const Source &source) { return !source.has_exact_length; });
  return {used, capacity, is_guess};
}

}  // namespace burn_album
