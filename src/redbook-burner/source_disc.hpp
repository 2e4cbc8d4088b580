// SPDX-License-Identifier: GPL-2.0-or-later
/// The disc that the user names by an image or a stash.
#pragma once

#include <filesystem>

#include "redbook-burner/console.hpp"
#include "redbook-burner/disc_selection.hpp"

namespace redbook {

/// The chosen disc of the stash or the image at `path`. Throws Error (image, stash,
/// layout).
StagedDisc read_disc(const std::filesystem::path &path, const DiscChoice &choice);

/// The same as it can be made, its findings told. Its texts become CD-TEXT if no file
/// has it ready, and if a stash does not describe it any more. Throws Error (layout)
/// if none can be made of it.
Disc checked_disc(StagedDisc &chosen, Console &console);

}  // namespace redbook
