/// What a drive tells of a disc that it has read, and how places on it are told.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "units.hpp"

namespace redbook {

struct ReadTrack {
  Lba start{};               ///< index 01, as the table of contents has it
  std::uint8_t control = 0;  ///< four bits of the Q channel (IEC 60908, 17.5)
  /// Empty: the track has none. Nothing: the drive does not tell.
  std::optional<std::string> isrc{};
  bool operator==(const ReadTrack &) const = default;
};

struct ReadDisc {
  std::vector<ReadTrack> tracks{};
  Lba lead_out{};
  std::optional<std::string> mcn{};
  /// CD-TEXT in packs of 18 bytes.
  std::optional<std::vector<std::byte>> cdtext{};
  bool operator==(const ReadDisc &) const = default;
};

/// "block 22801 (05:06:01)".
std::string block_text(Lba block);

/// Where in its track a block of the disc is: "track 2, 00:04.00".
std::string place_in_track(Lba block, const ReadDisc &read);

/// mm:ss.ff of a sample, counted from 0.
std::string time_of(std::int64_t sample);

}  // namespace redbook
