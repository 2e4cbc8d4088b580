/// The TOC file that cdrdao burns from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "disc/disc.hpp"

namespace redbook {

/// cdrdao's description of `disc`, whose audio is all in the file `bin_name`, LBA 0
/// first, little-endian: cdrdao takes raw audio as big-endian unless SWAP is said.
/// `bin_name` may hold no double quotes and no control characters. The texts are those of
/// the disc's packs of CD-TEXT, with everything beyond ASCII as octal bytes; codes are
/// statements of their own, and among the texts if the packs have them. A comment has
/// `audio_crc32`: see sheet_checksums.hpp.
std::string cdrdao_toc(const Disc &disc, const std::string &bin_name,
                       std::optional<std::uint32_t> audio_crc32 = {});

}  // namespace redbook
