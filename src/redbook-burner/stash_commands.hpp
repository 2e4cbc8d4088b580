// SPDX-License-Identifier: GPL-2.0-or-later
/// Looking after stashes.
#pragma once

#include <filesystem>
#include <string>

#include "stash/stash_state.hpp"
#include "text/json_value.hpp"

namespace redbook {

/// A stash in words, on several lines.
std::string details(const StashState &state);

/// The same for programs: `tracks`, `disc`, `finished`, `unfinished-blocks`, `marks`,
/// `torn-bytes`, `in-use-by`, `damage`, and `discs`, how many of 80 minutes it needs.
Json json_of(const StashState &state);

/// Says what is in the stash; afterwards throws Error if it is damaged.
void tell_of_stash(const std::filesystem::path &folder, bool json);

/// Repairs it, and says what was the matter.
void repair(const std::filesystem::path &folder);

}  // namespace redbook
