// SPDX-License-Identifier: GPL-2.0-or-later
/// Which disc is meant of a stash that is longer than one.
#pragma once

#include <optional>
#include <string>

#include "stash/staged_disc.hpp"

namespace redbook {

/// What the command line says of it.
struct DiscChoice {
  std::optional<int> number{};       ///< from 1 on
  std::string charset{};             ///< of a cue sheet; empty: as it comes
  std::optional<Blocks> capacity{};  ///< of a disc; else that of an 80 minute disc
};

/// The chosen part of `whole`, in which it shares the file. Without a number all of it:
/// throws Error (layout) if no disc could hold that, or none of the capacity that is
/// given, and says how many it needs. What is longer than 80 minutes only, the drive
/// decides on.
StagedDisc chosen_disc(StagedDisc whole, const DiscChoice &choice);

/// How many discs of 80 minutes `disc` needs.
std::size_t discs_needed(const Disc &disc);

}  // namespace redbook
