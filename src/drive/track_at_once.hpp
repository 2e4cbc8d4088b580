/// What becomes of a disc that is burned track at once.
#pragma once

#include "disc/disc.hpp"
#include "disc/finding.hpp"

namespace redbook {

/// The pause that the drive makes before each track, which can't be left out.
inline constexpr Blocks track_at_once_gap{150};

/// The blocks in which the laser fades out behind each track (MMC-3, track at once).
inline constexpr Blocks run_out{2};

/// Where the lead-out of `disc` will start, counted from LBA 0.
Blocks track_at_once_length(const Disc &disc);

/// Says what of `disc` track at once can't hold. No audio is lost.
void add_track_at_once_findings(const Disc &disc, Findings &findings);

}  // namespace redbook
