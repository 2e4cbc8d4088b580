/// Reads the TOC files of cdrdao.
#pragma once

#include <string>
#include <string_view>

#include "image/reader/sheet.hpp"

namespace redbook {

/// What the TOC file `text` says: one that cdrdao_toc() wrote, or that cdrdao, burners or
/// people did. Files without a header are big-endian, WAVE files (.wav) are not, and SWAP
/// turns both round, as cdrdao 1.2.4 has it. A START between two blocks means the later
/// one. The texts of the first language become those of the disc; all of them its packs,
/// together with its codes.
///
/// Throws Error (image) with the line, `name` being the sheet's.
Sheet read_cdrdao_toc(std::string_view text, const std::string &name);

}  // namespace redbook
