/// The decoder of CD-TEXT: what a disc, a drive or a file has, for verification.
#pragma once

#include <string>
#include <vector>

#include "bytes.hpp"
#include "cdtext/pack_finding.hpp"
#include "cdtext/texts.hpp"

namespace redbook {

struct DecodedCdText {
  CdTextSet set;  ///< of what could be read; blocks that are not there lie empty between
  std::vector<PackFinding> findings;  ///< empty: all is as it should be
};

/// The texts of `packs`: bare, with the header of four bytes that READ TOC puts in front,
/// or with the trailing 0 of Sony's files. Repeats by TAB are given in full. Never
/// throws; takes any bytes. Bytes from the 2049th pack on are not looked at.
DecodedCdText decode_cdtext(Bytes packs);

/// A text that two sets do not have in common.
struct CdTextDifference {
  std::string what;  ///< "title of track 3", "number of tracks"; "in language 2, ..."
  std::string first;
  std::string second;
  bool operator==(const CdTextDifference &) const = default;
};

/// Where `first` and `second` differ: in texts, codes, languages, tracks. Both may lie.
std::vector<CdTextDifference> differences(const CdTextSet &first,
                                          const CdTextSet &second);

}  // namespace redbook
