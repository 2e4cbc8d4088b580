/// How numbers are spelled.
#pragma once

#include <cstdint>
#include <string>

#include "units.hpp"

namespace redbook {

/// Capitals.
std::string hexadecimal(std::uint32_t value, int digits = 8);

/// mm:ss.ff, minutes as many digits as they have, two at least.
std::string time_of(Blocks length);

/// "100.0 %" for 32768, with a point whatever the locale.
std::string percent_of_full_scale(int peak);

/// With `places` behind the point, whatever the locale: "-16.02".
std::string decimal(double value, int places);

}  // namespace redbook
