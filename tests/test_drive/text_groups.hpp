#pragma once

#include <array>

#include "test_drive/bytes.hpp"

namespace redbook::drive {

constexpr std::size_t text_pack_bytes = 18;
constexpr std::size_t text_block_bytes = 96;

using TextPack = std::array<std::uint8_t, text_pack_bytes>;

/// The packs in lead-in blocks of R to W groups (four packs to 96 bytes, six bits to a
/// byte), in order, each once, damaged ones left out.
std::vector<TextPack> packs_in(View lead_in_blocks);

/// 24 groups of six bits as the 18 bytes they carry.
TextPack pack_of_groups(View groups);

}  // namespace redbook::drive
