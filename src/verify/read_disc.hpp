/// What a drive tells of a disc it has read.
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

}  // namespace redbook
