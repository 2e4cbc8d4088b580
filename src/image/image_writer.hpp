/// Disc images of a sheet with its audio beside it.
#pragma once

#include "image/image_format.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// The files for the sheet `location`. Throws Error (settings) if its name is that of
/// another file of the image, and if a folder is in the way.
ImageFiles sheet_files(const std::filesystem::path &location);

/// ImageKind::settle().
void settle_sheet(const ImageFiles &files);

/// ImageKind::write() and rehearse().
OlderFiles write_image(const Disc &disc, const ImageFiles &files, Stash &stash,
                       FileSums &sums);
void rehearse_image(const Disc &disc, const ImageFiles &files, FileSums &sums);

}  // namespace redbook
