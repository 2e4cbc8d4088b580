/// The encoder of CD-TEXT.
#pragma once

#include <cstddef>
#include <vector>

#include "cdtext/changes.hpp"
#include "cdtext/pack.hpp"
#include "cdtext/texts.hpp"

namespace redbook {

/// How the encoder writes a text that repeats that of the track before. A TAB in its
/// place is legal, but not every player knows it.
enum class Repeats {
  automatic,  ///< in full, or as a TAB if the block needs too many packs
  full,
  tab,
};

/// What becomes of a language block of more than 256 packs.
enum class Overflow {
  refuse,
  shorten,  ///< the longest texts first, all to one length; MCN and ISRCs stay whole
};

struct EncodingOptions {
  Repeats repeats = Repeats::automatic;
  Overflow overflow = Overflow::refuse;
};

struct EncodedCdText {
  std::vector<CdTextPack> packs;
  CdTextSet set;                      ///< what the packs hold: shortened if it had to be
  std::vector<CdTextChange> changes;  ///< the texts that were shortened

  /// The packs end to end, with no header: what a .cdt file or CDTEXT.BIN holds.
  std::vector<std::byte> bytes() const;
};

/// The packs of `set`: those of each block in the order of their types, the size
/// information last. A type that one text of a block has is written for the disc and all
/// tracks. Every pack of a block in MS-JIS has the double-byte flag; all its texts, those
/// in ASCII too, end with two NULs and are filled up to an even length, so that readers
/// may go by pairs.
///
/// `set` must be as prepared() leaves it. Throws Error for a text that its character code
/// lacks, for more than 8 blocks, tracks other than 1 to 99, a genre code over 65535, and
/// for a block of more than 256 packs that may not be shortened, or cannot be.
EncodedCdText encode(const CdTextSet &set, const EncodingOptions &options = {});

}  // namespace redbook
