/// What stands below the map if the drawing is all there is.
#pragma once

#include "report/format/markup.hpp"
#include "report/report.hpp"

namespace redbook {

/// A part of a drawing from 0, 0, and how high it is.
struct PicturePart {
  Markup markup{};
  double height = 0;
};

/// The tracks with their titles, times and checksums, in as many columns as they need.
PicturePart track_listing(const Report &report);

/// Checksums and identities of the disc, and how it was made.
PicturePart fact_listing(const Report &report);

/// What was found, with each severity as a sign and as a word.
PicturePart finding_listing(const Findings &findings);

}  // namespace redbook
