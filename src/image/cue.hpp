/// The cue sheet of a BIN/CUE image.
#pragma once

#include <string>

#include "disc/disc.hpp"

namespace redbook {

/// The cue sheet for `disc`, whose audio is all in the file `bin_name`, LBA 0 first,
/// little-endian. UTF-8 without a byte order mark. The format has no way to write a
/// double quote in a text: it becomes a single one. `bin_name` may hold none, nor control
/// characters.
std::string cue_sheet(const Disc &disc, const std::string &bin_name);

}  // namespace redbook
