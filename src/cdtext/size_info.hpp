/// The size information of a language block: 36 bytes in three packs.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "cdtext/pack.hpp"
#include "cdtext/texts.hpp"

namespace redbook {

/// What the three packs of type 8f hold, in their order.
struct SizeInfo {
  std::uint8_t character_code = 0;
  std::uint8_t first_track = 0;
  std::uint8_t last_track = 0;
  std::uint8_t copyright = 0;            ///< 3 or 0
  std::array<std::uint8_t, 16> packs{};  ///< of type 80, 81 ... 8f
  std::array<std::uint8_t, max_language_blocks> last_sequence{};
  std::array<std::uint8_t, max_language_blocks> languages{};

  static constexpr std::size_t bytes = size_packs * payload_bytes;
  static SizeInfo of(const std::array<std::uint8_t, bytes> &);
  std::array<std::uint8_t, bytes> as_bytes() const;
  bool operator==(const SizeInfo &) const = default;
};

/// Puts the size information behind the packs of each block of `set`.
void add_size_info(const CdTextSet &set, std::vector<std::vector<CdTextPack>> &blocks);

}  // namespace redbook
