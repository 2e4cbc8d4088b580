/// How a report spells numbers.
#pragma once

#include <cstdint>
#include <string>

#include "disc/disc.hpp"

namespace redbook {

/// Eight digits, capitals.
std::string hexadecimal(std::uint32_t value);

/// mm:ss.ff, minutes as many digits as they have, two at least.
std::string time_of(Blocks length);

/// "100.0 %" for 32768.
std::string percent_of_full_scale(int peak);

/// `prohibited`, `permitted` or `scms`.
const char *name_of(Copy copy);

}  // namespace redbook
