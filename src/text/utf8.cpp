#include "text/utf8.hpp"

#include <glib.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdint>

namespace redbook {
namespace {

constexpr char32_t ideographic_space = 0x3000;

bool is_blank(char32_t character) {
  return character == U' ' || character == ideographic_space;
}

}  // namespace

bool is_utf8(std::string_view text) {
  return g_utf8_validate_len(text.data(), text.size(), nullptr) != FALSE;
}

std::u32string characters_of(std::string_view text) {
  const auto units = icu::UnicodeString::fromUTF8(
      icu::StringPiece{text.data(), static_cast<std::int32_t>(text.size())});
  std::u32string characters;
  for (std::int32_t at = 0; at < units.length(); at = units.moveIndex32(at, 1))
    characters += static_cast<char32_t>(units.char32At(at));
  return characters;
}

void append_utf8(std::string &text, char32_t character) {
  if (!g_unichar_validate(character)) return;
  std::array<char, 6> bytes{};
  const auto length = g_unichar_to_utf8(character, bytes.data());
  text.append(bytes.data(), static_cast<std::size_t>(length));
}

std::string utf8_of(std::u32string_view characters) {
  std::string text;
  for (const auto character : characters) append_utf8(text, character);
  return text;
}

std::string cut_to(std::string_view text, std::size_t max_characters) {
  auto characters = characters_of(text);
  if (characters.size() <= max_characters) return std::string{text};
  characters.resize(max_characters);
  while (!characters.empty() && is_blank(characters.back())) characters.pop_back();
  return utf8_of(characters);
}

}  // namespace redbook
