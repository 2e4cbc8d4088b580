/// Texts as fields of text files have them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace redbook {

/// The most bytes of a text in a sheet: CDRWIN's limit. cdrdao 1.2.4 reads nothing of a
/// cue sheet with a longer one.
inline constexpr std::size_t max_text_field_length = 80;

/// One line of valid UTF-8 without control characters, at most `max_bytes` long, cut
/// between characters. Line ends of any kind become a space.
std::string one_line(const std::string &text,
                     std::size_t max_bytes = max_text_field_length);

/// Between the words of a line; the last one ended files of DOS.
inline constexpr std::string_view blanks = " \t\r\n\v\f\x1a";

/// Without the blanks around it.
std::string_view trimmed(std::string_view text);

/// Takes the first line off `text`, with its end: CR, LF or both.
std::string_view take_line(std::string_view &text);

inline std::string in_quotes(const std::string &text) { return '"' + text + '"'; }

/// Of the letters of ASCII.
std::string upper_case(std::string_view text);
std::string lower_case(std::string_view text);

}  // namespace redbook
