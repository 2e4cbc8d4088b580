/// One pack of CD-TEXT: 18 bytes (MMC-3, annex J).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "bytes.hpp"

namespace redbook {

inline constexpr std::size_t bytes_per_pack = 18;
inline constexpr std::size_t payload_bytes = 12;

/// Sequence numbers have eight bits: more packs than this have no place in a language
/// block. Three of them are the size information.
inline constexpr int max_packs_of_a_block = 256;
inline constexpr int size_packs = 3;
inline constexpr int max_language_blocks = 8;

/// What the payload of a pack is.
enum class PackType : std::uint8_t {
  title = 0x80,
  performer = 0x81,
  songwriter = 0x82,
  composer = 0x83,
  arranger = 0x84,
  message = 0x85,
  disc_id = 0x86,      ///< the label's number of the disc; ASCII
  genre = 0x87,        ///< a code of two bytes, then ASCII
  toc = 0x88,          ///< where the tracks start, in binary
  second_toc = 0x89,   ///< intervals; nobody outside Sony knows how it is meant
  closed_info = 0x8d,  ///< Latin-1, not shown by players
  codes = 0x8e,        ///< MCN of the disc, ISRCs of the tracks; ASCII
  size_info = 0x8f,
};

/// The types whose payload is texts, in their order.
inline constexpr std::array text_types{
    PackType::title,       PackType::performer, PackType::songwriter, PackType::composer,
    PackType::arranger,    PackType::message,   PackType::disc_id,    PackType::genre,
    PackType::closed_info, PackType::codes};

/// The four bytes in front of the payload.
struct PackHeader {
  PackType type{};
  int track = 0;     ///< whose text is at payload byte 0: 0 the disc, else 1 to 99
  int sequence = 0;  ///< 0 to 255, in its language block
  bool double_byte = false;
  int block = 0;              ///< 0 to 7
  int characters_before = 0;  ///< of the text at byte 0, in earlier packs; 15: or more
  bool operator==(const PackHeader &) const = default;
};

/// 18 bytes: header, payload, CRC.
class CdTextPack {
 public:
  using Payload = std::array<std::uint8_t, payload_bytes>;

  CdTextPack() = default;

  /// With the right CRC. `characters_before` over 15 becomes 15.
  CdTextPack(const PackHeader &, const Payload &);

  /// The first 18 bytes of `bytes`, as they are; there must be as many.
  static CdTextPack of(Bytes bytes);

  PackHeader header() const;
  Payload payload() const;

  /// Bit 7 of the track must be 0: set, the pack is of an extension nobody defined.
  bool has_extension_flag() const { return (bytes_[1] & 0x80U) != 0; }

  /// Whether the last two bytes are the CRC of the first sixteen.
  bool is_intact() const;

  const std::array<std::uint8_t, bytes_per_pack> &bytes() const { return bytes_; }
  bool operator==(const CdTextPack &) const = default;

 private:
  std::array<std::uint8_t, bytes_per_pack> bytes_{};
};

/// CRC-16 of the Q channel and of packs: polynomial 1021h, start 0, inverted. "123456789"
/// gives CE3Ch.
std::uint16_t inverted_crc16(Bytes);

}  // namespace redbook
