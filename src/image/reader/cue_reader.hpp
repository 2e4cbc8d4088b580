/// Reads cue sheets.
#pragma once

#include <string>
#include <string_view>

#include "image/reader/sheet.hpp"

namespace redbook {

/// What the cue sheet `text` says: one that cue_sheet() wrote, or that EAC, XLD, ImgBurn,
/// cdrdao and their like did. UTF-8 or Windows-1252, any line ends. Quoted arguments
/// reach up to the last quote of their line, as no quote can be escaped.
///
/// The audio of the disc is all files one behind the other, each filled up to whole
/// blocks, with the silence of PREGAP and POSTGAP between: nothing in a file is left out.
/// A track begins at its first INDEX; what is before the first one of the sheet is the
/// pregap of track 1. COMPOSER, ARRANGER, MESSAGE and GENRE are understood as a REM and
/// without it. Other REMs are passed over; any other unknown word is an error.
///
/// Throws Error (image) with the line, `name` being the sheet's.
Sheet read_cue_sheet(std::string_view text, const std::string &name);

}  // namespace redbook
