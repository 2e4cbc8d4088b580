/// Discs from the images of others, and from our own.
#pragma once

#include <filesystem>
#include <string>

#include "stash/staged_disc.hpp"

namespace redbook {

/// Reads the cue sheet or cdrdao's TOC file `sheet`, by its ending, and the files that it
/// names, which FileFinder looks for beside it; `charset` as in read_cue_sheet(). If
/// the audio of the disc lies in one little-endian file without a hole, the stash is that
/// file, open for reading; else the pieces are put together in a file without a name in
/// the user's cache folder. Texts that only a file of CD-TEXT has become those of the
/// disc.
///
/// A checksum that the sheet tells of its files (sheet_checksums.hpp) must be theirs.
///
/// Throws Error (image) that says what is wrong; its detail names file and line.
StagedDisc read_image(const std::filesystem::path &sheet,
                      const std::string &charset = {});

}  // namespace redbook
