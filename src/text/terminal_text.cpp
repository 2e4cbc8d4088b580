#include "text/terminal_text.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/utf8.hpp"

namespace redbook {
namespace {

constexpr char32_t ellipsis = 0x2026;

/// The embeddings, overrides, isolates and marks of the bidirectional algorithm.
bool turns_the_direction(char32_t character) {
  return u_hasBinaryProperty(static_cast<UChar32>(character), UCHAR_BIDI_CONTROL) != 0;
}

bool is_white_space(char32_t character) {
  constexpr char32_t next_line = 0x85, line_separator = 0x2028,
                     paragraph_separator = 0x2029;
  return character == U'\t' || character == U'\n' || character == U'\r' ||
         character == next_line || character == line_separator ||
         character == paragraph_separator;
}

bool is_control(char32_t character) {
  return character < 0x20 || (character >= 0x7f && character < 0xa0);
}

}  // namespace

std::string terminal_text(std::string_view text, std::size_t max_characters) {
  constexpr std::size_t max_bytes_of_one = 4;
  const auto looked_at = text.substr(0, (max_characters + 1) * max_bytes_of_one);
  std::u32string shown;
  for (const auto character : characters_of(looked_at)) {
    if (is_white_space(character))
      shown += U' ';
    else if (!is_control(character) && !turns_the_direction(character))
      shown += character;
  }
  if (shown.size() > max_characters || looked_at.size() < text.size()) {
    shown.resize(std::min(shown.size(), max_characters));
    shown += ellipsis;
  }
  return utf8_of(shown);
}

std::string terminal_lines(std::string_view message) {
  std::string lines;
  for (;;) {
    const auto end = message.find('\n');
    lines += terminal_text(message.substr(0, end));
    if (end == message.npos) return lines;
    lines += '\n';
    message.remove_prefix(end + 1);
  }
}

}  // namespace redbook
