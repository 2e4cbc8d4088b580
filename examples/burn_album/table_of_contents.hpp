/// A cue sheet's tracks as GStreamer's table of contents.
#pragma once

#include "album.hpp"
#include "owned.hpp"

namespace burn_album {

/// Of the sources one after another: times count from the beginning of the first.
OwnedToc table_of_contents(const Album &album);

}  // namespace burn_album
