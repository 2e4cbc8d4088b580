/// Playlists: what they name, in their order.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace burn_album {

/// By its ending: .m3u, .m3u8, .pls, .xspf.
bool is_playlist(const std::filesystem::path &path);

/// Paths, those that are relative from the folder of the playlist, or URIs other than
/// file:. Throws Failure where it can't be read, or names nothing.
std::vector<std::string> entries_of_playlist(const std::filesystem::path &path);

}  // namespace burn_album
