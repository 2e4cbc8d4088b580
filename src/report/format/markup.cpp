#include "report/format/markup.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "text/utf8.hpp"

namespace redbook {
namespace {

constexpr char32_t replacement_character = 0xFFFD;

// C0 and C1: XML allows few of them, and none is to be seen.
bool is_control(char32_t character) {
  return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

// U+FFFE and U+FFFF of any plane are no characters; XML 1.0 forbids the first two.
bool is_no_character(char32_t character) { return (character & 0xFFFE) == 0xFFFE; }

void append_escaped(std::string &markup, char32_t character) {
  switch (character) {
    case U'&': markup += "&amp;"; return;
    case U'<': markup += "&lt;"; return;
    case U'>': markup += "&gt;"; return;
    case U'"': markup += "&quot;"; return;
    case U'\'': markup += "&#39;"; return;
    default: break;
  }
  if (is_control(character)) character = U' ';
  if (is_no_character(character)) character = replacement_character;
  append_utf8(markup, character);
}

std::string escaped(std::string_view text) {
  std::string markup;
  for (const auto character : characters_of(text)) append_escaped(markup, character);
  return markup;
}

std::string opened(const char *name, Attributes attributes) {
  std::string tag = std::string{"<"} + name;
  for (const auto &attribute : attributes)
    tag += std::string{" "} + attribute.name + "=\"" + escaped(attribute.value) + '"';
  return tag;
}

}  // namespace

Attribute::Attribute(const char *name, double value)
    : name{name}, value{number_of(value)} {}

Markup Markup::text(std::string_view text) { return Markup{escaped(text)}; }

Markup Markup::element(const char *name, Attributes attributes, const Markup &content) {
  return Markup{opened(name, attributes) + '>' + content.markup_ + "</" + name + '>'};
}

Markup Markup::block(const char *name, Attributes attributes, const Markup &content) {
  return element(name, attributes, content) += literal("\n");
}

Markup Markup::empty_block(const char *name, Attributes attributes) {
  return Markup{opened(name, attributes) + "/>\n"};
}

Markup &Markup::operator+=(const Markup &more) {
  markup_ += more.markup_;
  return *this;
}

std::string number_of(double value) {
  const auto tenths = std::llround(value * 10);
  std::array<char, 32> digits{};
  auto *at = digits.data();
  if (tenths < 0) *at++ = '-';
  const auto size = std::llabs(tenths);
  at = std::to_chars(at, digits.data() + digits.size() - 2, size / 10).ptr;
  if (size % 10 == 0) return {digits.data(), at};
  *at++ = '.';
  *at++ = static_cast<char>('0' + size % 10);
  return {digits.data(), at};
}

}  // namespace redbook
