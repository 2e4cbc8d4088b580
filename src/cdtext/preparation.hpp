/// Texts as tags have them, made ready for the packs.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "cdtext/changes.hpp"
#include "cdtext/texts.hpp"

namespace redbook {

/// DiscRecording's advice for the length of one text; libcdio 2.1 gives up at 254 bytes.
inline constexpr std::size_t max_cdtext_bytes = 160;

struct PreparationOptions {
  /// Nothing: chosen for each language block.
  std::optional<CharacterCode> character_code;
  /// Longer texts are cut, as they are in the packs, without terminator. 8 at least.
  std::size_t max_bytes = max_cdtext_bytes;
};

struct PreparedCdText {
  CdTextSet set;
  std::vector<CdTextChange> changes;  ///< each text that is not what it was
};

/// `set` with texts that the packs can hold: the encoder takes them as they are, and the
/// decoder gives them back so.
///
/// The character code of each block is chosen by its titles, names and messages: Latin-1
/// if all of them fit; else MS-JIS if they are Japanese (the language says so, or
/// they have kana, or they have kanji and the language is not known) and fit, letters and
/// digits becoming full-width; else Latin-1, with the texts that do not fit
/// transliterated: players know no code for Cyrillic, Greek, Korean, Chinese, Arabic or
/// Hebrew. The closed information is in Latin-1 always, disc identification, genre, MCN
/// and ISRCs are in ASCII. Texts that differ only in how Unicode composes their letters
/// count as the same.
///
/// Throws Error if ICU has no data to transliterate.
PreparedCdText prepared(const CdTextSet &set, const PreparationOptions &options = {});

}  // namespace redbook
