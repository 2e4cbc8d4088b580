/// How places on a disc are told.
#pragma once

#include <string>

#include "units.hpp"

namespace redbook {

/// "block 22801 (05:06:01)".
inline std::string block_text(Lba lba) {
  return "block " + std::to_string(lba.value()) + " (" + to_string(Msf::of(lba)) + ")";
}

}  // namespace redbook
