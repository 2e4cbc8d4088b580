/// Cue sheets: the tracks within files of music.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "album.hpp"

namespace burn_album {

/// The files that the sheet names, as far as they are there, and what it says of them;
/// its tracks are not known yet. Nothing if audio of it is raw: such a sheet is a disc
/// image. `charset`: of what is not UTF-8; empty: to be guessed. Throws redbook::Error.
std::optional<Album> album_of_cue_sheet(const std::filesystem::path &sheet,
                                        const std::string &charset);

/// `album`, which is one file, with the sheet that a tag of the file has. Throws
/// redbook::Error if it can't be read.
void take_sheet_inside(const std::string &text, Album &album);

/// The tracks and silences of a sheet whose files are as long as `Source::samples` says.
/// Throws redbook::Error if no disc can be made of it.
void divide_by_sheet(Album &album);

}  // namespace burn_album
