/// GStreamer's tables of contents and ours.
#pragma once

#include <gst/gst.h>

#include <cstdint>
#include <vector>

#include "disc/disc.hpp"
#include "disc/division.hpp"
#include "util/owned.hpp"

namespace redbook {

/// The samples that play in `time`, to the nearest.
std::int64_t samples_in(GstClockTime time);

/// The entries that are tracks: of type TRACK, else CHAPTER, at the one level that has
/// times. An alternative, such as an edition, is opened; chapters within a track are
/// index points.
std::vector<TocTrack> tracks_of(const GstToc *toc);

/// Whether both say the same. The same table comes again and again: flacparse sends it
/// with each frame.
bool equal(const GstToc *a, const GstToc *b);

/// The table of contents that `disc` will have, times from LBA 0.
OwnedToc toc_of(const Disc &disc);

}  // namespace redbook
