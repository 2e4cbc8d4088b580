/// A DDP set on the disk.
#pragma once

#include <filesystem>

#include "disc/disc.hpp"
#include "image/file_sums.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// Makes the folder `folder` with all files of the set; `stash` becomes its IMAGE.DAT
/// without a copy, and must have been made with a lead of ddp_pregap. `audio`: of the
/// whole stash. An older set of that name is replaced as a whole; a folder that holds
/// anything else is not, nor one that cannot be read.
void write_ddp(const Disc &disc, const std::filesystem::path &folder, Stash &stash,
               FileSums &audio);

/// Makes everything that write_ddp() makes but the audio, and lets it go again.
void rehearse_ddp(const Disc &disc, const std::filesystem::path &folder, FileSums &audio);

/// Throws Error if write_ddp() would find something in the way that is no set, or
/// cannot look.
void check_ddp_folder(const std::filesystem::path &folder);

}  // namespace redbook
