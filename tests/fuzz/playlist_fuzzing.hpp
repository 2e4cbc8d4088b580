/// What the fuzz targets of playlists have in common.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "playlist_entries.hpp"
#include "seed.hpp"

namespace burn_album::test {

inline void require(bool holds) {
  if (!holds) std::abort();
}

/// Any bytes at all are taken for a playlist. Each entry of one that can be read has a
/// line and names something, in one piece.
inline int read_playlist(PlaylistKind kind, const std::uint8_t *data, std::size_t size) {
  try {
    const std::string content{reinterpret_cast<const char *>(data), size};
    for (const auto &[line, locations] : entries_in(kind, content)) {
      redbook::test::is_accepted = true;
      require(line > 0 && !locations.empty());
      for (const auto &location : locations)
        require(!location.empty() && location.find('\0') == location.npos);
    }
  } catch (const PlaylistFault &fault) {
    require(*fault.what() != '\0' && fault.line() >= 0);
  }
  return 0;
}

}  // namespace burn_album::test
