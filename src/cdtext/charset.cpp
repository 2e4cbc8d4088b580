#include "cdtext/charset.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <unordered_map>

#include "text/utf8.hpp"

namespace redbook {
namespace {

using Pair = std::uint16_t;  // two bytes of Shift JIS, the first one high
constexpr char32_t unknown = 0xFFFD;

constexpr bool leads_a_pair(unsigned byte) {
  return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
}

// JIS X 0208: symbols, letters and kana in rows 1 to 8, kanji of levels 1 and 2 in rows
// 16 to 84. What NEC, IBM and Microsoft put between and behind is left to PCs.
constexpr bool is_in_jis_x_0208(unsigned pair) {
  return (pair >= 0x8140 && pair <= 0x84be) || (pair >= 0x889f && pair <= 0xeaa4);
}

// All pairs of Shift JIS and their characters, as Microsoft has them.
class JisTable {
 public:
  static const JisTable &get() {
    static const JisTable table;
    return table;
  }

  char32_t character(Pair pair) const {
    const auto found = characters_.find(pair);
    return found == characters_.end() ? unknown : found->second;
  }

  std::optional<Pair> pair(char32_t character) const {
    const auto found = pairs_.find(character);
    if (found == pairs_.end()) return std::nullopt;
    return found->second;
  }

 private:
  JisTable() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter{
        ucnv_open("ibm-943_P15A-2003", &status), ucnv_close};
    for (unsigned first = 0x81; first <= 0xfc; ++first)
      for (unsigned second = 0x40; leads_a_pair(first) && second <= 0xfc; ++second)
        add(static_cast<Pair>(first << 8U | second), *converter);
    add_namesakes();
  }

  void add(Pair pair, UConverter &converter) {
    const std::array bytes{static_cast<char>(pair >> 8U),
                           static_cast<char>(pair & 0xffU)};
    const char *from = bytes.data();
    UErrorCode status = U_ZERO_ERROR;
    const auto character =
        ucnv_getNextUChar(&converter, &from, from + bytes.size(), &status);
    ucnv_reset(&converter);
    const bool whole = U_SUCCESS(status) && from == bytes.data() + bytes.size();
    if (!whole || character == 0xFFFD) return;
    characters_.emplace(pair, character);
    if (is_in_jis_x_0208(pair)) pairs_.emplace(character, pair);
  }

  // The characters that other tables than Microsoft's have in these places.
  void add_namesakes() {
    for (const auto &[character, pair] : {std::pair{U'\u301C', Pair{0x8160}},
                                          {U'\u2016', Pair{0x8161}},
                                          {U'\u2212', Pair{0x817C}},
                                          {U'\u2014', Pair{0x815C}},
                                          {U'\u00A2', Pair{0x8191}},
                                          {U'\u00A3', Pair{0x8192}},
                                          {U'\u00AC', Pair{0x81CA}}})
      pairs_.emplace(character, pair);
  }

  std::unordered_map<Pair, char32_t> characters_;
  std::unordered_map<char32_t, Pair> pairs_;
};

bool is_in_latin_1(char32_t c) {
  return (c >= 0x20 && c < 0x7f) || (c >= 0xa0 && c < 0x100);
}

void append(std::string &bytes, CharacterCode code, char32_t character) {
  if (code == CharacterCode::ms_jis) {
    const auto pair = *JisTable::get().pair(character);
    bytes += static_cast<char>(pair >> 8U);
    bytes += static_cast<char>(pair & 0xffU);
  } else {
    bytes += static_cast<char>(character);
  }
}

// The usual case, which needs no conversion.
bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= 0x20 && c < 0x7f; });
}

char32_t single_of_jis(unsigned byte) {
  constexpr char32_t half_width = 0xff61 - 0xa1;
  if (byte >= 0xa1 && byte <= 0xdf) return half_width + byte;
  return byte < 0x80 ? byte : unknown;
}

std::string decoded_jis(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto first = static_cast<std::uint8_t>(bytes[i]);
    if (leads_a_pair(first) && i + 1 < bytes.size()) {
      const auto second = static_cast<std::uint8_t>(bytes[++i]);
      append_utf8(text,
                  JisTable::get().character(static_cast<Pair>(first << 8U | second)));
    } else {
      append_utf8(text, single_of_jis(first));
    }
  }
  return text;
}

}  // namespace

bool is_in(CharacterCode code, char32_t character) {
  switch (code) {
    case CharacterCode::ascii: return character >= 0x20 && character < 0x7f;
    case CharacterCode::ms_jis: return JisTable::get().pair(character).has_value();
    case CharacterCode::latin_1: break;
  }
  return is_in_latin_1(character);
}

std::optional<std::string> encoded(std::string_view text, CharacterCode code) {
  if (code != CharacterCode::ms_jis && is_printable_ascii(text)) return std::string{text};
  std::string bytes;
  for (const auto character : characters_of(text)) {
    if (!is_in(code, character)) return std::nullopt;
    append(bytes, code, character);
  }
  return bytes;
}

std::string decoded(std::string_view bytes, CharacterCode code) {
  if (code == CharacterCode::ms_jis) return decoded_jis(bytes);
  std::string text;
  for (const char byte : bytes) append_utf8(text, static_cast<std::uint8_t>(byte));
  return text;
}

}  // namespace redbook
