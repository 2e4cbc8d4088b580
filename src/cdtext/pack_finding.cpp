#include "cdtext/pack_finding.hpp"

namespace redbook {

std::string to_string(const PackFinding &finding) {
  const auto what = [&]() -> std::string {
    switch (finding.fault) {
      case PackFault::length: return "the length is no whole number of packs up to 2048";
      case PackFault::crc: return "its CRC is wrong";
      case PackFault::unknown_type: return "its type is unknown";
      case PackFault::extension: return "it is of an unknown extension";
      case PackFault::repeated: return "its number in the block came before";
      case PackFault::missing:
        return "the pack with number " + std::to_string(finding.sequence) + " is missing";
      case PackFault::header: return "its header does not agree with its text";
      case PackFault::past_last_track:
        return "it has texts for more tracks than there are";
      case PackFault::too_few_texts: return "the texts of its type end too early";
      case PackFault::repeats_nothing:
        return "it repeats a text where there is none before";
      case PackFault::unreadable: return "it has characters that mean nothing";
      case PackFault::no_size_info: return "the size information is not whole";
      case PackFault::size_info:
        return "the size information does not agree with the packs";
      case PackFault::character_code: break;
    }
    return "the character code is unknown";
  };
  if (finding.pack >= 0)
    return "Pack " + std::to_string(finding.pack + 1) + ": " + what() + '.';
  if (finding.block >= 0)
    return "Language " + std::to_string(finding.block + 1) + ": " + what() + '.';
  return "CD-TEXT: " + what() + '.';
}

}  // namespace redbook
