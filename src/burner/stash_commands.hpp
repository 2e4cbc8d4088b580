// SPDX-License-Identifier: GPL-2.0-or-later
/// What redbook-burner does with stashes beside burning them.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>

#include "burner/chosen_disc.hpp"
#include "burner/console.hpp"
#include "json/fields.hpp"
#include "stash/stash_state.hpp"

namespace redbook {

/// The disc of a stash as it can be made, its findings told. One that was not described
/// any more gets the packs of its tracks' texts. Throws Error where none can be made.
Disc checked_stash(Disc disc, Console &console);

/// A stash in words, on several lines.
std::string page_for(const StashState &state);

/// The same for programs: `tracks`, `disc`, `finished`, `unfinished-blocks`, `marks`,
/// `torn-bytes`, `in-use-by`, `damage`, and `discs`, how many of 80 minutes it needs.
Json json_of(const StashState &state);

/// Says what is in the stash; afterwards throws Error where it is damaged.
void tell_of_stash(const std::filesystem::path &folder, bool json);

/// Repairs it, and says what was the matter.
void repair(const std::filesystem::path &folder);

/// Makes a disc image of the stash, or of one disc of it, with a sound of its own: the
/// stash may be staged into again.
void export_stash(const std::filesystem::path &folder, const DiscChoice &choice,
                  const std::filesystem::path &location, const std::stop_token &stop);

}  // namespace redbook
