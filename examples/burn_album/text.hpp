/// Texts for a terminal.
#pragma once

#include <cstdint>
#include <string>

namespace burn_album {

/// `text` in exactly so many columns: filled with spaces, or cut off with an ellipsis.
std::string fitted(const std::string &text, std::size_t columns);

/// "04:07", "79:57", "104:00": minutes and whole seconds.
std::string minutes(std::int64_t blocks);

/// "1 track", "12 tracks".
std::string counted(std::size_t count, const std::string &noun);

}  // namespace burn_album
