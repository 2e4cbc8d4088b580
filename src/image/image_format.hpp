/// The kinds of disc image, and which files each is made of.
#pragma once

#include <filesystem>

#include "disc/disc.hpp"

namespace redbook {

/// automatic: by the ending of the location. The others stand in the order of
/// image_kinds(); image_kind.hpp says what there is to know of them.
enum class ImageFormat { automatic = 0, cue = 1, toc = 2, ddp = 3 };

/// What `format` is for `location`: automatic is settled by the ending. Throws Error
/// (settings) for an ending that names no format.
ImageFormat format_of(const std::filesystem::path &location, ImageFormat format);

/// Where an image goes: the sheet, which the user opens, the audio and the packs of
/// CD-TEXT beside it. If the image is a folder, that is the sheet, and there is no other.
struct ImageFiles {
  ImageFormat format{};
  std::filesystem::path sheet;
  std::filesystem::path bin{};
  std::filesystem::path cdtext{};

  /// Where the stash has to be, to become part of the image.
  std::filesystem::path folder() const { return sheet.parent_path(); }
  /// Silence that the audio file begins with.
  Blocks lead() const;
};

/// The files for `location`. Throws Error (settings) for an ending that names no format,
/// and for a name that no sheet can hold.
ImageFiles image_files(const std::filesystem::path &location, ImageFormat format);

/// The location of the n-th disc where one makes several: name.cue, name-2.cue ...; for a
/// DDP set in the folder name: name-2. 1 is `location` itself.
std::filesystem::path numbered(const std::filesystem::path &location, ImageFormat format,
                               int disc);

}  // namespace redbook
