/// The pipeline of a burn.
#pragma once

#include <gst/gst.h>

#include <string>

#include "burn_order.hpp"
#include "handles.hpp"

namespace player {

/// A branch for each file, at a pad of redbookalbum: so files are decoded at the same
/// time, a track is called as in the list, and an error comes from the branch of the file
/// at fault. Throws std::runtime_error where something is not installed.
Owned<GstElement> make_burn_pipeline(const BurnOrder &order);

/// The URI that an element of a branch reads; empty for any other.
std::string uri_read_by(GstObject *element);

}  // namespace player
