/// Texts cut so that a language block fits.
#pragma once

#include <functional>
#include <vector>

#include "cdtext/changes.hpp"
#include "cdtext/texts.hpp"

namespace redbook {

/// Cuts the texts of the block `index` of `set` to one length, the greatest with which it
/// `fits`: so the longest are cut first. MCN and ISRCs stay whole; what was cut is added
/// to `changes`. If no length fits, even 0, the texts are left empty.
void shorten(CdTextSet &set, int index,
             const std::function<bool(const CdTextSet &)> &fits,
             std::vector<CdTextChange> &changes);

}  // namespace redbook
