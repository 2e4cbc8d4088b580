#include "cdtext/pack.hpp"

#include <algorithm>
#include <cassert>

namespace redbook {
namespace {

constexpr std::uint8_t low_byte(int value) {
  return static_cast<std::uint8_t>(static_cast<unsigned>(value) & 0xffU);
}

constexpr std::uint16_t shifted(std::uint16_t crc) {
  const auto next = static_cast<std::uint16_t>(crc << 1U);
  return (crc & 0x8000U) != 0 ? static_cast<std::uint16_t>(next ^ 0x1021U) : next;
}

constexpr auto remainders = [] {
  std::array<std::uint16_t, 256> table{};
  for (unsigned byte = 0; byte < table.size(); ++byte) {
    auto crc = static_cast<std::uint16_t>(byte << 8U);
    for (int bit = 0; bit < 8; ++bit) crc = shifted(crc);
    table[byte] = crc;
  }
  return table;
}();

std::uint16_t crc_of(const std::array<std::uint8_t, bytes_per_pack> &pack) {
  return inverted_crc16(std::as_bytes(std::span{pack}).first(bytes_per_pack - 2));
}

}  // namespace

std::uint16_t inverted_crc16(Bytes bytes) {
  std::uint16_t crc = 0;
  for (const auto byte : bytes) {
    const auto high = std::to_integer<unsigned>(byte) ^ crc >> 8U;
    crc = static_cast<std::uint16_t>(crc << 8U ^ remainders[high]);
  }
  return static_cast<std::uint16_t>(~crc);
}

CdTextPack::CdTextPack(const PackHeader &header, const Payload &payload) {
  assert(header.sequence >= 0 && header.sequence < max_packs_of_a_block);
  bytes_[0] = static_cast<std::uint8_t>(header.type);
  bytes_[1] = low_byte(header.track);
  bytes_[2] = low_byte(header.sequence);
  bytes_[3] = low_byte((header.double_byte ? 0x80 : 0) + header.block * 16 +
                       std::min(header.characters_before, 15));
  std::copy(payload.begin(), payload.end(), bytes_.begin() + 4);
  const auto crc = crc_of(bytes_);
  bytes_[16] = low_byte(crc >> 8U);
  bytes_[17] = low_byte(crc);
}

CdTextPack CdTextPack::of(Bytes bytes) {
  assert(bytes.size() >= bytes_per_pack);
  CdTextPack pack;
  std::transform(bytes.begin(), bytes.begin() + bytes_per_pack, pack.bytes_.begin(),
                 [](std::byte byte) { return std::to_integer<std::uint8_t>(byte); });
  return pack;
}

PackHeader CdTextPack::header() const {
  return {.type = static_cast<PackType>(bytes_[0]),
          .track = bytes_[1] & 0x7f,
          .sequence = bytes_[2],
          .double_byte = (bytes_[3] & 0x80) != 0,
          .block = (bytes_[3] >> 4U) & 7,
          .characters_before = bytes_[3] & 0x0f};
}

CdTextPack::Payload CdTextPack::payload() const {
  Payload payload;
  std::copy_n(bytes_.begin() + 4, payload_bytes, payload.begin());
  return payload;
}

bool CdTextPack::is_intact() const {
  return crc_of(bytes_) == (bytes_[16] << 8U | bytes_[17]);
}

}  // namespace redbook
