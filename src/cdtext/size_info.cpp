#include "cdtext/size_info.hpp"

#include <algorithm>

namespace redbook {
namespace {

constexpr std::uint8_t copyrighted = 3;

using PacksOfBlocks = std::vector<std::vector<CdTextPack>>;

void count(SizeInfo &info, const std::vector<CdTextPack> &packs) {
  const auto first = static_cast<unsigned>(PackType::title);
  for (const auto &pack : packs)
    ++info.packs.at(static_cast<unsigned>(pack.header().type) - first);
  info.packs.back() = size_packs;
}

SizeInfo info_of(const CdTextBlock &block, const std::vector<CdTextPack> &packs) {
  SizeInfo info;
  info.character_code = static_cast<std::uint8_t>(block.character_code);
  info.first_track = static_cast<std::uint8_t>(block.first_track);
  info.last_track = static_cast<std::uint8_t>(block.last_track());
  info.copyright = block.copyrighted ? copyrighted : 0;
  count(info, packs);
  return info;
}

// The same in every block.
SizeInfo common_info(const CdTextSet &set, const PacksOfBlocks &blocks) {
  SizeInfo info;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    info.last_sequence.at(i) =
        static_cast<std::uint8_t>(blocks[i].size() + size_packs - 1);
    info.languages.at(i) = static_cast<std::uint8_t>(set.blocks[i].language);
  }
  return info;
}

void append(std::vector<CdTextPack> &packs, const SizeInfo &info, std::size_t block) {
  const auto bytes = info.as_bytes();
  for (int part = 0; part < size_packs; ++part) {
    CdTextPack::Payload payload{};
    std::copy_n(bytes.begin() + part * static_cast<std::ptrdiff_t>(payload_bytes),
                payload_bytes, payload.begin());
    packs.emplace_back(
        PackHeader{.type = PackType::size_info,
                   .track = part,
                   .sequence = static_cast<int>(packs.size()),
                   .double_byte = info.character_code ==
                                  static_cast<std::uint8_t>(CharacterCode::ms_jis),
                   .block = static_cast<int>(block),
                   .characters_before = 0},
        payload);
  }
}

}  // namespace

SizeInfo SizeInfo::of(const std::array<std::uint8_t, bytes> &from) {
  SizeInfo info{from[0], from[1], from[2], from[3], {}, {}, {}};
  std::copy_n(from.begin() + 4, info.packs.size(), info.packs.begin());
  std::copy_n(from.begin() + 20, info.last_sequence.size(), info.last_sequence.begin());
  std::copy_n(from.begin() + 28, info.languages.size(), info.languages.begin());
  return info;
}

std::array<std::uint8_t, SizeInfo::bytes> SizeInfo::as_bytes() const {
  std::array<std::uint8_t, bytes> all{character_code, first_track, last_track, copyright};
  std::copy(packs.begin(), packs.end(), all.begin() + 4);
  std::copy(last_sequence.begin(), last_sequence.end(), all.begin() + 20);
  std::copy(languages.begin(), languages.end(), all.begin() + 28);
  return all;
}

void add_size_info(const CdTextSet &set, PacksOfBlocks &blocks) {
  const auto common = common_info(set, blocks);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    auto info = info_of(set.blocks[i], blocks[i]);
    info.last_sequence = common.last_sequence;
    info.languages = common.languages;
    append(blocks[i], info, i);
  }
}

}  // namespace redbook
