/// Texts from tags, made fit for a field of a text file.
#pragma once

#include <string>

namespace redbook {

/// The most characters a text keeps in a sheet. Readers cut at 80 (CDRWIN) to 255.
inline constexpr int longest_text_field = 160;

/// One line of valid UTF-8 without control characters, at most `most_characters` long.
/// Line ends of any kind become a space.
std::string one_line(const std::string &text, int most_characters = longest_text_field);

}  // namespace redbook
