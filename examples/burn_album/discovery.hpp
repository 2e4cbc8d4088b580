/// What files say of themselves: lengths, tags, tables of contents. Nothing is decoded
/// but the beginning.
#pragma once

#include "album.hpp"

namespace burn_album {

/// Completes `album`: lengths, and texts and tracks where it has none yet. Throws
/// Failure, which names each file that can't be decoded.
void discover(Album &album);

}  // namespace burn_album
