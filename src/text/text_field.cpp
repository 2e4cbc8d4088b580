#include "text/text_field.hpp"

#include <glib.h>

#include <memory>

namespace redbook {
namespace {

bool breaks_the_line(gunichar character) {
  const auto type = g_unichar_type(character);
  return g_unichar_iscntrl(character) || type == G_UNICODE_LINE_SEPARATOR ||
         type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

std::string utf8_of_character(gunichar character) {
  char utf8[6];
  return {utf8, static_cast<std::size_t>(g_unichar_to_utf8(character, utf8))};
}

void strip_trailing_spaces(std::string &line) {
  line.erase(line.find_last_not_of(' ') + 1);
}

}  // namespace

std::string one_line(const std::string &text, std::size_t max_bytes) {
  const std::unique_ptr<char, decltype(&g_free)> valid{
      g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), g_free};
  std::string line;
  for (const char *at = valid.get(); *at; at = g_utf8_next_char(at)) {
    const auto character = g_utf8_get_char(at);
    const bool space = breaks_the_line(character) || character == ' ';
    if (space && line.empty()) continue;
    if (character == '\n' && at[-1] == '\r') continue;
    const auto bytes = utf8_of_character(space ? ' ' : character);
    if (line.size() + bytes.size() > max_bytes) break;
    line += bytes;
  }
  strip_trailing_spaces(line);
  return line;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string_view take_line(std::string_view &text) {
  const auto line = text.substr(0, text.find_first_of("\r\n"));
  text.remove_prefix(line.size());
  if (!text.empty()) text.remove_prefix(text.starts_with("\r\n") ? 2 : 1);
  return line;
}

std::string upper_case(std::string_view text) {
  std::string upper{text};
  for (auto &c : upper) c = g_ascii_toupper(c);
  return upper;
}

std::string lower_case(std::string_view text) {
  std::string lower{text};
  for (auto &c : lower) c = g_ascii_tolower(c);
  return lower;
}

}  // namespace redbook
