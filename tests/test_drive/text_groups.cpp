#include "test_drive/text_groups.hpp"

#include <algorithm>

#include "test_drive/crc.hpp"

namespace redbook::drive {
namespace {

constexpr std::size_t groups_per_pack = text_block_bytes / 4;

bool sealed(const TextPack &pack) {
  return get_16(pack, 16) == crc_16(View{pack}.first(16));
}

}  // namespace

TextPack pack_of_groups(View groups) {
  TextPack pack{};
  for (std::size_t i = 0; i < groups_per_pack / 4; ++i) {
    unsigned bits = 0;
    for (std::size_t j = 0; j < 4; ++j) bits = bits << 6 | (groups[4 * i + j] & 0x3F);
    pack[3 * i] = static_cast<std::uint8_t>(bits >> 16);
    put_16(pack, 3 * i + 1, bits & 0xFFFF);
  }
  return pack;
}

std::vector<TextPack> packs_in(View lead_in_blocks) {
  std::vector<TextPack> packs;
  const auto whole = lead_in_blocks.size() / groups_per_pack;
  for (std::size_t i = 0; i < whole; ++i) {
    const auto groups = lead_in_blocks.subspan(i * groups_per_pack, groups_per_pack);
    const auto pack = pack_of_groups(groups);
    // The set comes again and again through the lead-in: its first pack ends the search.
    if (!packs.empty() && pack == packs.front()) break;
    if (pack[0] >= 0x80 && sealed(pack)) packs.push_back(pack);
  }
  return packs;
}

}  // namespace redbook::drive
