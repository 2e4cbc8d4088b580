/// UTF-8 to and from the character codes of CD-TEXT.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cdtext/texts.hpp"

namespace redbook {

/// The bytes of `text`, without a terminator. Nothing if a character of it is not in
/// `code`, is a control character, or if `text` is no UTF-8. In MS-JIS each character
/// has two bytes; those of ASCII are not in it, only their full-width forms.
std::optional<std::string> encoded(std::string_view text, CharacterCode code);

/// The text that `bytes` are, in UTF-8; U+FFFD if they mean nothing. ASCII is taken as
/// Latin-1, as discs that announce it may hold either. In MS-JIS single bytes of ASCII
/// and half-width kana are understood as well.
std::string decoded(std::string_view bytes, CharacterCode code);

/// Whether `character` is in `code`.
bool is_in(CharacterCode code, char32_t character);

/// Bytes of each character in texts of titles and names.
constexpr std::size_t width_of(CharacterCode code) {
  return code == CharacterCode::ms_jis ? 2 : 1;
}

}  // namespace redbook
