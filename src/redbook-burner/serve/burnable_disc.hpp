/// The disc that a player asks for.
#pragma once

#include "disc/disc.hpp"
#include "disc/finding.hpp"

namespace redbook {

/// Makes of `disc` what may go to a drive, as the linter would: a player has done so
/// already, so that nothing is changed but by a player that is wrong. Returns what was
/// changed. Throws Error (layout) for a disc that can't be made, or with packs of CD-TEXT
/// that are damaged.
Findings make_burnable(Disc &disc);

}  // namespace redbook
