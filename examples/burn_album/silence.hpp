/// Silence between the samples of a stream.
#pragma once

#include <gst/gst.h>

#include <vector>

#include "album.hpp"

namespace burn_album {

/// Makes `pad`, a source pad that 16 bit stereo will leave, insert `silences`. Samples
/// are counted behind the clipping to their segment; what leaves has no timestamps any
/// more.
void insert_silence(GstPad *pad, std::vector<Silence> silences);

}  // namespace burn_album
