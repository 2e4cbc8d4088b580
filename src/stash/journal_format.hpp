/// The bytes of a journal, for who writes one and who reads it.
///
/// A journal only grows: a header, then records end to end. All numbers are unsigned, of
/// 32 bits, little-endian. The header has 16 bytes: the letters `RBSTASH` and a line
/// feed, the version, and the CRC-32 of these twelve bytes; it is the same in every
/// version. A record has a head of 20 bytes: the length of its payload, its type, its
/// number (0 for the first), the CRC-32 of the payload, and the CRC-32 of these sixteen
/// bytes; then the payload, a JSON object on one line.
///
/// A file that ends inside a record, or with zeros where the rest of one should be, was
/// cut off while that was written: the journal ends before it, and nothing is wrong. Any
/// other CRC that does not fit is damage. The head has a CRC of its own so that the
/// length is believed, and the next record found, if only a payload is damaged; behind
/// a damaged head, the next one is looked for byte by byte.
///
/// A reader that finds a higher version, or a type that it does not know, must leave the
/// journal alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace redbook {

inline constexpr std::uint32_t journal_version = 1;
inline constexpr std::size_t journal_header_bytes = 16;
inline constexpr std::size_t record_head_bytes = 20;
/// A track with the longest texts has some kilobytes.
inline constexpr std::uint32_t max_payload_bytes = 1 << 20;

/// What a record is about: journal.hpp has the payloads.
enum class RecordType : std::uint32_t {
  begun = 1,
  open_track = 2,
  closed_track = 3,
  mark = 4,
  cut = 5,
  disc = 6,
  finished = 7,
  image = 8,
};

struct Record {
  RecordType type{};
  std::string payload{};
  bool operator==(const Record &) const = default;
};

std::string journal_header();
std::string bytes_of(const Record &record, std::uint32_t number);

/// What the bytes of a journal are.
struct ReadRecords {
  std::vector<Record> records{};
  std::uint32_t next_number = 0;
  std::size_t end = 0;                ///< behind the last good record
  std::size_t torn_bytes = 0;         ///< behind the end, of one that was not finished
  std::vector<std::string> damage{};  ///< what does not fit, and where
};

/// Throws Error (stash) for bytes that are no journal, and for a newer one.
ReadRecords records_in(std::string_view bytes);

}  // namespace redbook
