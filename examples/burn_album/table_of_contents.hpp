/// A cue sheet's tracks as GStreamer's table of contents.
#pragma once

#include "album.hpp"
#include "owned.hpp"

namespace burn_album {

/// Times count from the beginning of the disc. A track begins with its pregap.
OwnedToc table_of_contents(const Album &album);

}  // namespace burn_album
