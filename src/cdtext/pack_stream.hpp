/// The payloads of the packs of one type, read back as texts.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cdtext/pack.hpp"
#include "cdtext/pack_finding.hpp"

namespace redbook {

/// A pack and where it came from.
struct NumberedPack {
  CdTextPack pack;
  int number = 0;  ///< counted from 0 over all packs
};

/// The packs of one type of a block, in the order of their sequence numbers.
using PackStream = std::vector<NumberedPack>;

/// What is known of the texts in a stream.
struct StreamFormat {
  PackType type{};
  bool pairs = false;        ///< two bytes each character, two NULs behind
  bool mixed_width = false;  ///< pairs, but single bytes are let pass
  int first_track = 1;
  int last_track = 1;
};

/// The bytes of a text and whose it is. TABs are as they are.
struct StreamText {
  int track = 0;
  std::string bytes;
  int pack = 0;  ///< where it starts
};

/// The texts of `stream`, up to the last track's; those that a gap has cut are left out.
/// Adds what is wrong to `findings`. For a genre, the code has been taken off.
std::vector<StreamText> texts_of(const PackStream &stream, const StreamFormat &format,
                                 std::vector<PackFinding> &findings);

}  // namespace redbook
