/// The cue sheet of a BIN/CUE image.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "disc/disc.hpp"

namespace redbook {

/// What a cue sheet has of `text`: one line of at most max_text_field_length bytes, in
/// which double quotes, for which the format knows no way, are single ones, and
/// backslashes, which some versions of cdrdao take for the beginning of an escape, are
/// slashes.
std::string cue_text(const std::string &text);

/// The cue sheet for `disc`, whose audio is all in the file `bin_name`, LBA 0 first,
/// little-endian. UTF-8 without a byte order mark. `bin_name` may hold no double quotes
/// and no control characters.
/// The packs of CD-TEXT are in the file `cdtext_name`, which is named if the disc has
/// any. What the format has no word for (composer, arranger, message, genre) is a REM,
/// and so are the checksums of sheet_checksums.hpp: that of the packs, and `audio_crc32`.
std::string cue_sheet(const Disc &disc, const std::string &bin_name,
                      const std::string &cdtext_name,
                      std::optional<std::uint32_t> audio_crc32 = {});

}  // namespace redbook
