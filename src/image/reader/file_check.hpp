/// Whether the files beside a sheet are those that it was written with.
#pragma once

#include <string_view>

#include "bytes.hpp"
#include "image/reader/sheet.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// Takes the checksum that the remark `text` tells, if it does: see sheet_checksums.hpp.
/// Throws Error (image) if its number has not 8 hexadecimal digits.
void take_checksum(std::string_view text, const SheetPlace &place, Sheet &sheet);

/// Throws Error (image) if `sheet` tells a checksum of the packs of CD-TEXT, or of the
/// audio, and it is another one. The audio is read as a whole for that.
void check_packs(const Sheet &sheet, const std::string &name, Bytes packs);
void check_audio(const Sheet &sheet, const std::string &name, Blocks length,
                 const Stash &stash);

}  // namespace redbook
