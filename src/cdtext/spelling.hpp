/// Texts made fit for a character code, as readable as can be. The hard part is ICU's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cdtext/texts.hpp"

namespace redbook {

/// Why a text is not what it was.
enum class ChangeReason {
  invalid_utf_8,      ///< what was no UTF-8 is gone: stray bytes, halves of surrogates
  control_character,  ///< line ends, TAB, NUL and the like became a blank
  invisible,          ///< marks of direction, joiners, byte order marks are gone
  spelled_out,        ///< emoji and other symbols became words: (fire)
  transliterated,     ///< letters the character code lacks became others
  full_width,         ///< in MS-JIS, letters and digits became full-width ones
  too_long,           ///< cut to what players take
  no_room,            ///< shortened, the language block being full
};

struct Respelled {
  std::string text;
  std::vector<ChangeReason>
      why;  ///< each at most once; empty: the same text, maybe in NFC
};

/// `text` as one line of valid UTF-8 in NFC, without control characters, invisible ones
/// and symbols that no code of CD-TEXT has. Blanks around are cut off.
Respelled cleaned(std::string_view text);

/// A cleaned text with what `code` lacks transliterated: Cyrillic as the BGN has it for
/// `language` (Russian if it is another), the other scripts as ICU does, signs such as
/// quotes and dashes to those of ASCII, the rest to names in brackets. Everything in the
/// result is in `code`, which is Latin-1 or ASCII. Throws Error if ICU has no data.
Respelled transliterated(std::string_view text, CharacterCode code, Language language);

/// A cleaned text for MS-JIS: ASCII and half-width kana in full width, letters with
/// accents without them. May still hold characters that are not in it.
Respelled full_width(std::string_view text);

/// Whether `text` has hiragana or katakana.
bool has_kana(std::string_view text);

/// Whether `text` has Chinese characters, which kanji are.
bool has_kanji(std::string_view text);

}  // namespace redbook
