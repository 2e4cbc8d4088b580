/// Texts for a terminal.
#pragma once

#include <cstdint>
#include <string>

namespace burn_album {

/// Texts come from anywhere: what is no UTF-8 is replaced, and control characters are
/// left out, so that none reaches the terminal as a command.
std::string shown(const std::string &text);

/// `text` in exactly so many columns: filled with spaces, or cut off with an ellipsis.
std::string fitted(const std::string &text, std::size_t columns);

/// "04:07", "79:57", "104:00": minutes and whole seconds.
std::string minutes(std::int64_t blocks);

/// "1 track", "12 tracks".
std::string counted(std::size_t count, const std::string &noun);

}  // namespace burn_album
