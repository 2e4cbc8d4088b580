/// Reads cue sheets.
#pragma once

#include <string>
#include <string_view>

#include "image/reader/sheet.hpp"

namespace redbook {

/// What the cue sheet `text` says: one that cue_sheet() wrote, or that EAC, XLD, ImgBurn,
/// foobar2000, cdrdao and their like did, of an image or of music. Any line ends; UTF-8,
/// UTF-16, `charset` if it is given, or one that is guessed, of which a remark tells.
/// Quoted arguments reach up to the last quote of their line, as no quote can be escaped.
///
/// The audio of the disc is all files one behind the other without a sample added or
/// lost, but for the silence of PREGAP and POSTGAP between. A track begins at its first
/// INDEX; what is before the first one of the sheet is the pregap of track 1. COMPOSER,
/// ARRANGER, MESSAGE and GENRE are understood as a REM and without it. Other REMs and
/// what CD-TEXT has beside these are passed over; any other unknown word is an error.
///
/// Throws Error (image) with the line, `name` being the sheet's.
Sheet read_cue_sheet(std::string_view text, const std::string &name,
                     const std::string &charset = {});

}  // namespace redbook
