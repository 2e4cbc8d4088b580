/// The kinds of disc image, and which files each is made of.
#pragma once

#include <filesystem>
#include <string>

#include "disc/disc.hpp"

namespace redbook {

/// automatic: by the ending of the location.
enum class ImageFormat { automatic = 0, cue = 1, toc = 2 };

/// Where an image goes: the sheet, which the user opens, and the audio beside it.
struct ImageFiles {
  ImageFormat format = ImageFormat::cue;
  std::filesystem::path sheet;
  std::filesystem::path bin;

  std::filesystem::path folder() const { return sheet.parent_path(); }
};

/// The files for `location`. Throws Error (settings) for an ending that names no format,
/// and for a name that no sheet can hold.
ImageFiles image_files(const std::filesystem::path &location, ImageFormat format);

/// The text of the sheet.
std::string sheet_of(const Disc &disc, const ImageFiles &files);

}  // namespace redbook
