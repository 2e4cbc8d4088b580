/// Characters of UTF-8 texts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace redbook {

bool is_utf8(std::string_view text);

/// The characters of `text`; U+FFFD for each sequence that is no UTF-8, of surrogates
/// too.
std::u32string characters_of(std::string_view text);

/// In UTF-8. Surrogates and what is past U+10FFFF are left out.
std::string utf8_of(std::u32string_view characters);
void append_utf8(std::string &text, char32_t character);

/// The first `max_characters` of `text`, with no blank left at the end where it was cut.
std::string cut_to(std::string_view text, std::size_t max_characters);

}  // namespace redbook
