/// The checksums of a disc's audio, told to applications.
#pragma once

#include <gst/gst.h>

#include "checksum/track_checksums.hpp"

namespace redbook {

/// The structure `redbook-checksums`: crc-32, crc-32-without-nulls, ctdb (0: too short a
/// disc), peak (0 to 32768), and tracks, an array of `redbook-track-checksums` with
/// track, accurate-rip-v1, accurate-rip-v2, crc-32, crc-32-without-nulls, peak.
GstStructure *structure_of(const DiscSums &sums);

}  // namespace redbook
