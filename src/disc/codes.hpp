/// The catalogue number of a disc and the recording codes of its tracks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace redbook {

/// The media catalogue number (MCN, UPC/EAN) in its only valid form, 13 digits: blanks
/// and hyphens go, 12 digits (UPC-A) get a 0 in front. Nothing if it has other
/// characters or another length.
std::optional<std::string> normal_mcn(std::string_view text);

/// Whether the last of 13 digits is the EAN check digit of the others (ISO/IEC 15420).
bool has_right_check_digit(std::string_view mcn);

/// The International Standard Recording Code (ISO 3901) in its 12 characters: blanks and
/// hyphens go, letters become capitals. Nothing unless it is five letters or digits, then
/// seven digits.
std::optional<std::string> normal_isrc(std::string_view text);

}  // namespace redbook
