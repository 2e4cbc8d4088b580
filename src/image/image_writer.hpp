/// A disc image on the disk.
#pragma once

#include "image/image_format.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// Puts an image under its names: the audio of `stash`, which is not copied, the sheet,
/// and the packs of CD-TEXT where a cue sheet names them. Either all are there
/// afterwards, or what was there before is. Not for a DDP set. Throws Error.
void write_image(const Disc &disc, const ImageFiles &files, Stash &stash);

/// Makes everything that write_image() makes but the audio, and lets it go again.
void rehearse_image(const Disc &disc, const ImageFiles &files);

}  // namespace redbook
