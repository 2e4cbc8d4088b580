/// A disc image on the disk.
#pragma once

#include "handle.hpp"
#include "image/image_format.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// Puts an image under its names: the audio of `stash`, which is not copied, the sheet,
/// and the packs of CD-TEXT where a cue sheet names them. Either all are there
/// afterwards, or what was there before is. Not for a DDP set. Throws Error. Returns the
/// older audio, if there was any: it has no name any more, and the disk gets its room
/// back, which may take as long as a tenth of writing it, when that is closed.
FileDescriptor write_image(const Disc &disc, const ImageFiles &files, Stash &stash);

/// Makes everything that write_image() makes but the audio, and lets it go again.
void rehearse_image(const Disc &disc, const ImageFiles &files);

}  // namespace redbook
