/// What files say of themselves: lengths, tags, tables of contents. Nothing is decoded
/// but the beginning.
#pragma once

#include "album.hpp"

namespace burn_album {

/// Completes `album`: lengths, and texts and tracks if it has none yet. The samples of
/// files that a cue sheet divides are counted, if the file does not tell them for sure,
/// or `counts_all`. Throws Failure, which names each file that can't be decoded, and
/// redbook::Error if no disc can be made by the sheet.
void discover(Album &album, bool counts_all);

}  // namespace burn_album
