/// The CD-TEXT of a disc, made from its texts.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "disc/disc.hpp"
#include "disc/finding.hpp"
#include "enum_words.hpp"

namespace redbook {

/// What becomes of more text than the lead-in holds: shortened, or an error.
enum class CdTextOverflow { shorten = 0, error = 1 };
template <>
inline constexpr std::array words<CdTextOverflow> = {"shorten", "error"};

struct CdTextOptions {
  CdTextOverflow overflow = CdTextOverflow::shorten;
  /// Whether there may be texts in MS-JIS; else Japanese ones are transliterated.
  bool ms_jis = true;
  /// The languages that texts are translated into, ISO 639, in the order of their blocks;
  /// others are left out. Empty: all there are, in the order of their codes.
  std::vector<std::string> languages{};
};

/// Gives `disc` the packs of its texts: title, performer, songwriter, composer, arranger,
/// message, genre, catalogue number and ISRCs. The plain texts are the first language
/// block, each language that texts are translated into makes another, up to eight; what
/// is not translated is there as it is, if every character code has it. A disc without
/// titles and names gets none. Returns a finding for each text that is not on the disc as
/// it came, and for each language that cannot be.
Findings add_cdtext(Disc &disc, const CdTextOptions &options = {});

}  // namespace redbook
