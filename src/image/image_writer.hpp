/// A disc image on the disk.
#pragma once

#include <string>

#include "image/image_format.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// Puts an image under its names: the audio of `stash`, which is not copied, and the
/// sheet. Either both are there afterwards, or what was there before is. Throws Error.
void write_image(const Disc &disc, const ImageFiles &files, Stash &stash);

/// Makes everything that write_image() makes, and lets it go again.
void rehearse_image(const Disc &disc, const ImageFiles &files);

}  // namespace redbook
