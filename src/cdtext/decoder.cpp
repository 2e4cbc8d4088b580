#include "cdtext/decoder.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "cdtext/block_decoder.hpp"

namespace redbook {
namespace {

constexpr std::size_t max_packs = std::size_t{max_packs_of_a_block} * max_language_blocks;

unsigned byte_at(Bytes bytes, std::size_t at) {
  return std::to_integer<unsigned>(bytes[at]);
}

// READ TOC's header has the number of bytes behind the number itself.
bool has_header(Bytes bytes) {
  return bytes.size() % bytes_per_pack == 4 &&
         (byte_at(bytes, 0) << 8U | byte_at(bytes, 1)) + 2 == bytes.size();
}

bool has_trailing_zero(Bytes bytes) {
  return bytes.size() % bytes_per_pack == 1 && bytes.back() == std::byte{0};
}

Bytes bare(Bytes bytes) {
  if (has_header(bytes)) return bytes.subspan(4);
  return has_trailing_zero(bytes) ? bytes.first(bytes.size() - 1) : bytes;
}

bool is_known(PackType type) {
  return (type >= PackType::title && type <= PackType::second_toc) ||
         (type >= PackType::closed_info && type <= PackType::size_info);
}

std::optional<PackFault> fault_of(const CdTextPack &pack) {
  if (!pack.is_intact()) return PackFault::crc;
  if (!is_known(pack.header().type)) return PackFault::unknown_type;
  if (pack.has_extension_flag()) return PackFault::extension;
  return std::nullopt;
}

using SortedPacks = std::array<BlockPacks, max_language_blocks>;

class Sorter {
 public:
  Sorter(SortedPacks &blocks, std::vector<PackFinding> &findings)
      : blocks_{blocks}, findings_{findings} {}

  void take(const CdTextPack &pack, int number) {
    const auto header = pack.header();
    auto fault = fault_of(pack);
    auto &place = blocks_.at(static_cast<std::size_t>(header.block))
                      .at(static_cast<std::size_t>(header.sequence));
    if (!fault && place) fault = PackFault::repeated;
    if (fault)
      findings_.push_back({*fault, number, -1, -1});
    else
      place = NumberedPack{pack, number};
  }

 private:
  SortedPacks &blocks_;
  std::vector<PackFinding> &findings_;
};

void sort(Bytes bytes, Sorter &sorter) {
  const auto count = std::min(bytes.size() / bytes_per_pack, max_packs);
  for (std::size_t i = 0; i < count; ++i)
    sorter.take(CdTextPack::of(bytes.subspan(i * bytes_per_pack)), static_cast<int>(i));
}

bool is_there(const BlockPacks &packs) {
  return std::any_of(packs.begin(), packs.end(),
                     [](auto &pack) { return pack.has_value(); });
}

bool has_fit_length(Bytes bytes) {
  return !bytes.empty() && bytes.size() % bytes_per_pack == 0 &&
         bytes.size() / bytes_per_pack <= max_packs;
}

}  // namespace

DecodedCdText decode_cdtext(Bytes packs) {
  DecodedCdText result;
  const auto bytes = bare(packs);
  if (!has_fit_length(bytes)) result.findings.push_back({PackFault::length, -1, -1, -1});
  SortedPacks blocks;
  Sorter sorter{blocks, result.findings};
  sort(bytes, sorter);
  for (int i = 0; i < max_language_blocks; ++i) {
    if (!is_there(blocks.at(static_cast<std::size_t>(i)))) continue;
    result.set.blocks.resize(static_cast<std::size_t>(i) + 1);
    BlockDecoder{blocks.at(static_cast<std::size_t>(i)), i, result.set, result.findings}
        .decode();
  }
  return result;
}

}  // namespace redbook
