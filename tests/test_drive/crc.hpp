#pragma once

#include "test_drive/bytes.hpp"

namespace redbook::drive {

/// The CRC of Q frames and CD-TEXT packs: x^16+x^12+x^5+1, inverted.
constexpr std::uint16_t crc_16(View bytes) {
  unsigned crc = 0;
  for (const auto byte : bytes) {
    crc ^= unsigned{byte} << 8;
    for (int bit = 0; bit < 8; ++bit) crc = crc << 1 ^ (crc & 0x8000 ? 0x11021 : 0);
  }
  return static_cast<std::uint16_t>(~crc);
}

}  // namespace redbook::drive
