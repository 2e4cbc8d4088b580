// SPDX-License-Identifier: GPL-2.0-or-later
/// Stashes and images as images of another format.
#pragma once

#include <filesystem>
#include <stop_token>

#include "redbook-burner/disc_selection.hpp"

namespace redbook {

/// Makes the disc image `location` of the stash or the image `source`, or of one disc of
/// it, with audio of its own: the stash may be staged into again. Throws Error, and
/// Cancelled soon after `stop`; what was at `location` is as it was then.
void export_image(const std::filesystem::path &source, const DiscChoice &choice,
                  const std::filesystem::path &location, const std::stop_token &stop);

}  // namespace redbook
