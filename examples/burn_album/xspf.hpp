/// XSPF playlists.
#pragma once

#include <string>
#include <vector>

#include "playlist_entries.hpp"

namespace burn_album {

/// The tracks of the playlist. XML says its charset itself. Relative locations have what
/// xml:base says before them. Throws PlaylistFault, for a track without a location, too.
std::vector<PlaylistEntry> entries_of_xspf(const std::string &content);

}  // namespace burn_album
