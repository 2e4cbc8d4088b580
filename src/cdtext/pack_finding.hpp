/// What is wrong with packs of CD-TEXT.
#pragma once

#include <string>

namespace redbook {

enum class PackFault {
  length,           ///< no whole number of packs, or none, or more than 2048
  crc,              ///< the pack was left out
  unknown_type,     ///< left out
  extension,        ///< the track has bit 7 set; left out
  repeated,         ///< its sequence number came before in its block; left out
  missing,          ///< a sequence number did not come; a text in the gap is lost
  header,           ///< track, position or double-byte flag do not agree with the payload
  past_last_track,  ///< texts for more tracks than there are; left out
  too_few_texts,    ///< the type ends before its last text does
  repeats_nothing,  ///< a TAB with no track before it
  unreadable,       ///< characters that are not in the character code
  no_size_info,     ///< of the block: taken as Latin-1 in an unknown language
  size_info,        ///< of the block: it does not agree with the packs
  character_code,   ///< of the block: unknown to us; titles, names, messages left out
};

/// One finding of the decoder.
struct PackFinding {
  PackFault fault{};
  int pack = -1;      ///< counted from 0 over all; -1: no one pack
  int block = -1;     ///< 0 to 7; -1: no one block
  int sequence = -1;  ///< of what is missing
  bool operator==(const PackFinding &) const = default;
};

/// For the user, who counts packs from 1: "Pack 7: its CRC is wrong."
std::string to_string(const PackFinding &);

}  // namespace redbook
