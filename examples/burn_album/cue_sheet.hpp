/// Cue sheets: the tracks within files of music.
#pragma once

#include <filesystem>

#include "album.hpp"

namespace burn_album {

/// Whether its audio is raw, in a file beside it: such a sheet is a disc image.
bool is_sheet_of_image(const std::filesystem::path &sheet);

/// The files it names and the tracks in them; lengths are not known yet. A file that is
/// not there may be there with another ending, since sheets are often older than the
/// FLAC. Throws Failure.
Album album_of_cue_sheet(const std::filesystem::path &sheet);

}  // namespace burn_album
