/// Folders: the music in them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace burn_album {

/// With a dot, in lower case: what GStreamer knows as audio.
std::vector<std::string> endings_of_music();

/// The files in `folder` whose ending GStreamer knows as one of audio, by their names,
/// numbers in these counting as such: 2 comes before 10. Folders in it are left alone.
std::vector<std::filesystem::path> music_in(const std::filesystem::path &folder);

/// The cue sheets in it, by their names.
std::vector<std::filesystem::path> cue_sheets_in(const std::filesystem::path &folder);

}  // namespace burn_album
