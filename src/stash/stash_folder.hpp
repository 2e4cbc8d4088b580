/// A stash that has a name.
#pragma once

#include <filesystem>
#include <vector>

#include "stash/staged_disc.hpp"

namespace redbook {

/// Makes a new folder in `parent`, which nobody but the user may enter, and puts the
/// audio of `disc` from `stash` into it, without a copy if the file system can, and a
/// journal. All of it is on the disk then. Returns the folder.
///
/// `stash` and the folder may share one file: nothing may be written to it any more.
/// Throws Error (stash), and leaves nothing then.
std::filesystem::path save_stash(const Disc &disc, Stash &stash,
                                 const std::filesystem::path &parent);

/// Looks for what save_stash() left in `parent` when its process died: a stash that was
/// not whole yet is removed, and one that was gets its name. Returns those. What cannot
/// be read is left.
std::vector<std::filesystem::path> settle_stashes(const std::filesystem::path &parent);

/// Whether `path` is a folder with a stash in it, or with what is left of one.
bool is_stash(const std::filesystem::path &path);

/// The disc in `folder`. Throws Error (stash) that says what is missing or damaged; its
/// detail names the file.
StagedDisc open_stash(const std::filesystem::path &folder);

}  // namespace redbook
