#include "image/reader/pack_file.hpp"

#include <algorithm>
#include <span>
#include <string>

#include "cdtext/decoder.hpp"
#include "error.hpp"
#include "file/text_file.hpp"

namespace redbook {
namespace {

constexpr std::size_t header_bytes = 4;
constexpr std::int64_t max_file_bytes =
    std::int64_t{max_language_blocks} * max_packs_of_a_block * bytes_per_pack +
    header_bytes + 1;

Error damaged(const std::filesystem::path &name, const std::string &why) {
  return {Fault::image, Result::invalid_image,
          "The file of CD-TEXT of the disc image is damaged.", name.string() + why};
}

void check(Bytes packs, const std::filesystem::path &name) {
  for (std::size_t at = 0; at < packs.size(); at += bytes_per_pack)
    if (!CdTextPack::of(packs.subspan(at)).is_intact())
      throw damaged(name, ": the CRC of pack " + std::to_string(at / bytes_per_pack + 1) +
                              " is wrong");
}

}  // namespace

std::vector<std::byte> packs_in(const std::filesystem::path &name) {
  const auto file = contents_of(name, max_file_bytes);
  auto packs = std::as_bytes(std::span{file});
  if (packs.size() % bytes_per_pack == header_bytes) packs = packs.subspan(header_bytes);
  if (packs.size() % bytes_per_pack == 1) packs = packs.first(packs.size() - 1);
  if (packs.empty() || packs.size() % bytes_per_pack != 0)
    throw damaged(name, ": " + std::to_string(file.size()) + " bytes");
  check(packs, name);
  return {packs.begin(), packs.end()};
}

void take_texts_of_packs(Disc &disc) {
  const auto set = decode_cdtext(disc.cdtext).set;
  if (set.blocks.empty()) return;
  const auto &block = set.blocks.front();
  if (disc.language.empty()) disc.language = iso_639_1(block.language);
  if (disc.has_texts()) return;
  disc.texts = block.disc;
  const auto first = static_cast<std::size_t>(block.first_track - 1);
  for (std::size_t i = 0; i < block.tracks.size() && first + i < disc.tracks.size(); ++i)
    disc.tracks[first + i].texts = block.tracks[i].texts;
}

}  // namespace redbook
