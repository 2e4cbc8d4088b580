// SPDX-License-Identifier: GPL-2.0-or-later
/// Which disc is meant of a stash that is longer than one.
#pragma once

#include <memory>
#include <optional>

#include "disc/disc_parts.hpp"
#include "stash/stash_folder.hpp"

namespace redbook {

/// What the command line says of it.
struct DiscChoice {
  std::optional<int> number{};       ///< from 1 on
  std::optional<Blocks> capacity{};  ///< of a disc; else that of an 80 minute disc
};

/// The disc that is meant.
struct ChosenDisc {
  Disc disc{};
  std::shared_ptr<Stash> stash{};  ///< from its LBA 0 on
  Findings findings{};
};

/// The chosen part of `whole`, in which it shares the file. Without a number all of it:
/// throws Error (layout) where no disc could hold that, or none of the capacity that is
/// given, and says how many it needs. What is longer than 80 minutes only, the drive
/// decides on.
ChosenDisc chosen_disc(SavedStash whole, const DiscChoice &choice);

/// How many discs of 80 minutes `disc` needs.
std::size_t discs_needed(const Disc &disc);

}  // namespace redbook
