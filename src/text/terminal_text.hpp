/// What files say, made fit for a terminal or a log. All programs write names, texts and
/// messages through this.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace redbook {

/// The most characters that one line of a text from a file may take.
inline constexpr std::size_t max_terminal_line = 1000;

/// `text` on one line of UTF-8, at most `max_characters` long, then an ellipsis. Tabs and
/// line ends become a space; control characters (C0 and C1, so no escape sequence begins)
/// and those that turn the direction of writing are left out; what is no UTF-8 becomes
/// U+FFFD.
std::string terminal_text(std::string_view text,
                          std::size_t max_characters = max_terminal_line);

/// The same for each of the lines of a message; their ends stay.
std::string terminal_lines(std::string_view message);

}  // namespace redbook
