/// What applications are told of the loudness.
#pragma once

#include <gst/gst.h>

#include "loudness/loudness.hpp"

namespace redbook {

/// `redbook-loudness`: mode, target, true-peak-limit, integrated, range, true-peak, and
/// `tracks`: an array of the same, with the track and its gain.
GstStructure *structure_of(const DiscLoudness &loudness);

}  // namespace redbook
