#include "report/format/text_width.hpp"

#include <unicode/uchar.h>

#include <string_view>

#include "text/utf8.hpp"

namespace redbook {
namespace {

constexpr char32_t ellipsis = 0x2026;

bool is_mark(char32_t character) {
  const auto type = u_charType(static_cast<UChar32>(character));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR;
}

bool is_wide(char32_t character) {
  const auto width =
      u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

/// Of the font's size, in the wider of the usual fonts.
double width_of(char32_t character) {
  constexpr std::u32string_view narrow = U" .,:;!'|iIjlft()[]-";
  constexpr std::u32string_view broad = U"MWmw@%";
  if (is_mark(character)) return 0;
  if (is_wide(character)) return 1;
  if (narrow.find(character) != narrow.npos) return 0.36;
  if (broad.find(character) != broad.npos) return 0.92;
  return u_isupper(static_cast<UChar32>(character)) ? 0.7 : 0.6;
}

double width_of(std::u32string_view characters) {
  double width = 0;
  for (const auto character : characters) width += width_of(character);
  return width;
}

/// How many characters fit, marks with what they stand on.
std::size_t fitting(std::u32string_view characters, double room) {
  double width = 0;
  std::size_t count = 0;
  while (count < characters.size()) {
    width += width_of(characters[count]);
    if (width > room) break;
    ++count;
  }
  return count;
}

/// Where a line of the rest ends: behind its last blank, or else where it is full.
std::size_t line_end(std::u32string_view rest, double room) {
  const auto count = std::max<std::size_t>(1, fitting(rest, room));
  if (count == rest.size()) return count;
  const auto blank = rest.substr(0, count + 1).rfind(U' ');
  return blank == rest.npos || blank == 0 ? count : blank + 1;
}

}  // namespace

double width_of(const std::string &text, double font_size) {
  return font_size * width_of(characters_of(text));
}

std::string fitted(const std::string &text, double font_size, double room) {
  auto characters = characters_of(text);
  if (font_size * width_of(characters) <= room) return text;
  characters.resize(fitting(characters, room / font_size - 1));
  while (!characters.empty() && characters.back() == U' ') characters.pop_back();
  if (characters.empty()) return {};
  return utf8_of(characters += ellipsis);
}

std::vector<std::string> wrapped(const std::string &text, double font_size, double room) {
  const auto characters = characters_of(text);
  std::vector<std::string> lines;
  for (std::u32string_view rest = characters; !rest.empty();) {
    const auto end = line_end(rest, room / font_size);
    lines.push_back(utf8_of(rest.substr(0, end)));
    rest.remove_prefix(end);
  }
  return lines;
}

}  // namespace redbook
