/// Text files of any charset, as sheets and playlists are.
#pragma once

#include <string>
#include <string_view>

namespace redbook {

struct DecodedText {
  std::string text{};             ///< UTF-8 without a byte order mark
  std::string guessed_charset{};  ///< ICU's name for it; empty: the charset is certain
};

/// `bytes` in UTF-8. In this order they are taken as: what a byte order mark says;
/// UTF-16, if every other byte is NUL; `charset`, if it is not empty; UTF-8, if they are
/// that; else what ICU guesses from those lines that are not ASCII, and Windows-1252 if
/// it has no idea. What means nothing in the charset becomes U+FFFD. Throws Error
/// (settings) if ICU knows no such `charset`.
DecodedText decoded_text(std::string_view bytes, const std::string &charset = {});

/// "The texts are taken as KOI8-R ...": a sentence on a charset that was guessed.
std::string sentence_of_guess(const std::string &name, const DecodedText &decoded);

/// Whether ICU knows a charset by this name.
bool is_charset(const std::string &name);

}  // namespace redbook
