/// What brings the audio of one source.
#pragma once

#include <gst/gst.h>

#include "album.hpp"

namespace burn_album {

/// A bin that decodes `source` and converts it to what a disc holds, with a pad "src".
/// `number` tells it from the others. Floating. Throws Failure where GStreamer lacks an
/// element.
GstElement *new_branch(const Source &source, std::size_t number);

/// A new element. Floating. Throws Failure where there is none of this kind.
GstElement *new_element(const char *kind, const char *name = nullptr);

}  // namespace burn_album
