/// Playlists: M3U, PLS, XSPF.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace burn_album {

/// By its ending.
bool is_playlist(const std::filesystem::path &path);

/// The files and folders that a playlist names, in its order. Throws Failure for one that
/// is damaged, names nothing, or names what is not there or is neither file nor folder.
std::vector<std::string> entries_of_playlist(const std::filesystem::path &path);

}  // namespace burn_album
