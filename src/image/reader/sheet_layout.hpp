/// Where on the disc the audio of a sheet comes to lie.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "image/reader/sheet.hpp"

namespace redbook {

/// A piece of the disc's audio with its length. The next one follows at once.
struct AudioPiece {
  std::optional<std::size_t> file{};  ///< position in Sheet::files; nothing: silence
  std::int64_t first_byte = 0;
  std::int64_t bytes = 0;
};

struct SheetLayout {
  Disc disc;                       ///< all but packs that are in a file of their own
  std::vector<AudioPiece> pieces;  ///< as long as the disc together; none is empty
};

/// The layout of `sheet`, whose files hold `file_bytes` of audio each. Every track ends
/// at the end of a block. Throws Error (image) if a stretch reaches past the end of
/// its file, and if marks are not in order or outside their track; `name` is the
/// sheet's.
SheetLayout lay_out(const Sheet &sheet, std::span<const std::int64_t> file_bytes,
                    const std::string &name);

}  // namespace redbook
