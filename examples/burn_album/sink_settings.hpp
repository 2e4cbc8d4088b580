/// What the user asks for as properties of redbooksink.
#pragma once

#include <gst/gst.h>

#include "album.hpp"
#include "arguments.hpp"

namespace burn_album {

void apply(const Arguments &arguments, const Album &album, GstElement *sink);

}  // namespace burn_album
