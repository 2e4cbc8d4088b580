/// The characters, words and times of sheets.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "units.hpp"

namespace redbook {

/// `mm:ss:ff`; seconds below 60, frames below 75. Nothing if it is no such time.
std::optional<Blocks> time_of(std::string_view text);

/// A number of decimal digits from 0 to `most`, or nothing.
std::optional<std::int64_t> number_of(std::string_view text, std::int64_t most);

/// Takes the first word, which blanks end, off `line`; the blanks around it go, and
/// no-break spaces before it, which some indent by.
std::string_view take_word(std::string_view &line);

}  // namespace redbook
