/// The CD-TEXT of a disc, made from its texts.
#pragma once

#include "disc/disc.hpp"
#include "disc/finding.hpp"

namespace redbook {

/// What becomes of more text than the lead-in holds: shortened, or an error.
enum class CdTextOverflow { shorten = 0, error = 1 };

/// Gives `disc` the packs of its texts, in one language block: title, performer,
/// songwriter, composer, arranger, message, genre, catalogue number and ISRCs. A disc
/// without titles and names gets none. Returns a finding for each text that is not on the
/// disc as it came.
Findings add_cdtext(Disc &disc, CdTextOverflow overflow = CdTextOverflow::shorten);

}  // namespace redbook
