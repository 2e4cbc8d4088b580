/// The kinds of disc image, and which files each is made of.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "disc/disc.hpp"
#include "disc/finding.hpp"
#include "error.hpp"
#include "handle.hpp"

namespace redbook {

/// Files that have no name any more: the disk gets their room back, which may take as
/// long as a tenth of writing them, when these are closed.
using OlderFiles = std::vector<FileDescriptor>;

class FileSums;
class Stash;

/// automatic: by the ending of the location. The others stand in the order of
/// image_kinds().
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
  /// The file with the audio.
  std::filesystem::path audio() const;
  /// Silence that the audio file begins with.
  Blocks lead() const;
};

/// A kind of disc image. To add one, define it in a file of its own, declare it below and
/// add its row to the table in image_format.cpp.
struct ImageKind {
  const char *name;         ///< the value of image-format
  const char *description;  ///< for the user
  const char *ending;       ///< of a location, in lower case: ".cue"; no other kind's
  bool is_folder;           ///< that holds the files; else a sheet has them beside it
  Blocks lead;              ///< room before the audio, which write() may fill
  bool has_md5;             ///< of its audio: write() and rehearse() need it
  bool has_packs_beside;    ///< the sheet names a file with the packs of CD-TEXT
  bool holds_ms_jis;        ///< CD-TEXT in MS-JIS gets through

  /// The files for `location`. Throws Error (settings) if something is in the way.
  ImageFiles (*files)(const std::filesystem::path &location);

  /// The file of the audio in a folder; null for a sheet, which has `bin` beside it.
  const char *audio_in_folder;

  /// Finishes or takes back what a process that died has left of an image, and waits for
  /// one that lives. Throws Error (image).
  void (*settle)(const ImageFiles &files);

  /// The text of the sheet, with the CRC-32 of all audio; null for a folder.
  std::string (*sheet)(const Disc &disc, const ImageFiles &files,
                       std::uint32_t audio_crc32);

  /// What the image says otherwise than `disc`, or not at all: IMAGE_SCMS,
  /// IMAGE_TEXT_CHANGED, IMAGE_LANGUAGES. A text that the packs of CD-TEXT beside the
  /// sheet hold is a note, else it is a warning. What the packs themselves cannot hold is
  /// add_cdtext()'s to say.
  Findings (*findings)(const Disc &disc);

  /// Puts an image under its names; the audio of `stash` is not copied, and has the lead.
  /// `sums` are those of all audio, lead included. Either all files are there afterwards,
  /// or what was there before is. Throws Error. Returns what was replaced.
  OlderFiles (*write)(const Disc &disc, const ImageFiles &files, Stash &stash,
                      FileSums &sums);

  /// Makes everything that write() makes but the audio, and lets it go again.
  void (*rehearse)(const Disc &disc, const ImageFiles &files, FileSums &sums);
};

extern const ImageKind cue_image;
extern const ImageKind cdrdao_image;
extern const ImageKind ddp_image;

/// All kinds; the first is the one with the value 1 of ImageFormat.
std::span<const ImageKind *const> image_kinds();

/// `format`: not automatic.
const ImageKind &kind_of(ImageFormat format);

/// What is wrong with `location`, as Error (settings).
Error location_error(std::string sentence, const std::filesystem::path &location);

/// The files for `location`. Throws Error (settings) for an ending that names no format,
/// and for a name that no sheet can hold.
ImageFiles image_files(const std::filesystem::path &location, ImageFormat format);

/// The location of the n-th disc if one makes several: name.cue, name-2.cue ...; for a
/// DDP set in the folder name: name-2. 1 is `location` itself.
std::filesystem::path numbered(const std::filesystem::path &location, ImageFormat format,
                               int disc);

}  // namespace redbook
