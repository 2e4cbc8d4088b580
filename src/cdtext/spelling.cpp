#include "cdtext/spelling.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include "cdtext/charset.hpp"
#include "error.hpp"
#include "text/utf8.hpp"

namespace redbook {
namespace {

void note(Respelled &respelled, ChangeReason reason) {
  auto &why = respelled.why;
  if (std::find(why.begin(), why.end(), reason) == why.end()) why.push_back(reason);
}

[[noreturn]] void throw_without_data(const std::string &what) {
  throw Error{Fault::settings, Result::generic,
              "The texts cannot be transliterated: the data files of ICU are missing.",
              what};
}

const icu::Normalizer2 &nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const auto *const normalizer = icu::Normalizer2::getNFCInstance(status);
  if (!normalizer) throw_without_data(u_errorName(status));
  return *normalizer;
}

std::string composed(const std::string &text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  nfc().normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(result);
  return U_SUCCESS(status) ? result : text;
}

// Made once in each thread: a transliterator costs a millisecond and is not for sharing.
const icu::Transliterator &transliterator(const std::string &rules) {
  thread_local std::map<std::string, std::unique_ptr<icu::Transliterator>> made;
  auto &found = made[rules];
  if (found) return *found;
  UErrorCode status = U_ZERO_ERROR;
  found.reset(icu::Transliterator::createInstance(icu::UnicodeString::fromUTF8(rules),
                                                  UTRANS_FORWARD, status));
  if (!found) throw_without_data(rules + ": " + u_errorName(status));
  return *found;
}

std::string by_rules(const std::string &rules, const std::string &text) {
  auto letters = icu::UnicodeString::fromUTF8(text);
  transliterator(rules).transliterate(letters);
  std::string result;
  letters.toUTF8String(result);
  return result;
}

UChar32 point(char32_t character) { return static_cast<UChar32>(character); }

bool is_line_or_control(char32_t character) {
  const auto mask = U_GET_GC_MASK(point(character));
  return (mask & (U_GC_CC_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) != 0;
}

bool is_invisible(char32_t character) {
  constexpr auto hidden = U_GC_CF_MASK | U_GC_CS_MASK | U_GC_CO_MASK | U_GC_CN_MASK;
  return (U_GET_GC_MASK(point(character)) & hidden) != 0 ||
         u_hasBinaryProperty(point(character), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
         u_hasBinaryProperty(point(character), UCHAR_EMOJI_MODIFIER);
}

bool is_in_any(char32_t c) {
  return is_in(CharacterCode::latin_1, c) || is_in(CharacterCode::ms_jis, c);
}

// Whether Unicode knows plainer characters for it: TM for the sign of a trade mark.
bool has_plain_form(char32_t character) {
  UErrorCode status = U_ZERO_ERROR;
  const auto *const nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString ignored;
  return nfkd && nfkd->getDecomposition(point(character), ignored);
}

// An emoji or another symbol that is in no character code.
bool is_symbol_of_none(char32_t character) {
  constexpr auto symbols = U_GC_SO_MASK | U_GC_SK_MASK;
  return (U_GET_GC_MASK(point(character)) & symbols) != 0 && !is_in_any(character) &&
         !has_plain_form(character);
}

// U+1F1E6 to U+1F1FF spell the code of a country, shown as its flag.
bool is_letter_of_a_flag(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

// "(fire)"; nothing for a character without a name.
std::string spelled_out(char32_t character) {
  if (is_letter_of_a_flag(character))
    return {static_cast<char>('A' + (character - 0x1F1E6))};
  std::array<char, 128> name{};
  UErrorCode status = U_ZERO_ERROR;
  const auto length = u_charName(point(character), U_UNICODE_CHAR_NAME, name.data(),
                                 static_cast<std::int32_t>(name.size()), &status);
  if (U_FAILURE(status) || length == 0) return {};
  std::string words{'('};
  for (std::int32_t i = 0; i < length; ++i)
    words += static_cast<char>(u_tolower(name[static_cast<std::size_t>(i)]));
  return words + ')';
}

bool is_space(char32_t character) { return character == ' '; }

void trim(std::u32string &text) {
  const auto first = std::find_if_not(text.begin(), text.end(), is_space);
  text.erase(text.begin(), first);
  while (!text.empty() && is_space(text.back())) text.pop_back();
}

// The usual case, and no work.
bool is_clean_ascii(std::string_view text) {
  return !text.starts_with(' ') && !text.ends_with(' ') &&
         encoded(text, CharacterCode::ascii).has_value();
}

// Cleans character by character.
class Cleaner {
 public:
  explicit Cleaner(Respelled &result) : result_{result} {}

  void take(char32_t character) {
    if (is_line_or_control(character))
      end_word();
    else if (is_invisible(character))
      note(result_, ChangeReason::invisible);
    else if (is_symbol_of_none(character))
      spell(character);
    else if (!(after_control_ && is_space(character)))
      add(character);
  }

  std::string line() {
    trim(line_);
    return utf8_of(line_);
  }

 private:
  void add(char32_t character) {
    line_ += character;
    after_control_ = false;
  }

  // One blank for a run of control characters, and none if there is one already.
  void end_word() {
    note(result_, ChangeReason::control_character);
    if (!line_.empty() && !is_space(line_.back())) line_ += ' ';
    after_control_ = true;
  }

  void spell(char32_t character) {
    note(result_, ChangeReason::spelled_out);
    for (const auto letter : characters_of(spelled_out(character))) add(letter);
  }

  Respelled &result_;
  std::u32string line_;
  bool after_control_ = false;
};

const char *rules_for(Language language) {
  switch (language) {
    case Language::bulgarian: return "Bulgarian-Latin/BGN";
    case Language::ukrainian: return "Ukrainian-Latin/BGN";
    case Language::belarusian: return "Belarusian-Latin/BGN";
    case Language::serbian: return "Serbian-Latin/BGN";
    case Language::macedonian: return "Macedonian-Latin/BGN";
    default: return "Russian-Latin/BGN";
  }
}

// Hard and soft signs, which the BGN writes as primes, are left out; so are marks that
// found no letter to stand on.
std::string in_latin(const std::string &text, Language language) {
  auto latin = by_rules(rules_for(language), text);
  latin = by_rules("Any-Latin", latin);
  return by_rules("[\\u02B9\\u02BA] Remove; NFC", latin);
}

std::string rules_into(CharacterCode code) {
  const std::string lacking = code == CharacterCode::ascii
                                  ? "[^\\u0020-\\u007E] "
                                  : "[^\\u0020-\\u007E\\u00A0-\\u00FF] ";
  return lacking + "Latin-ASCII; " + lacking + "NFKC; " + lacking + "Latin-ASCII; " +
         lacking + "NFD; [:Mn:] Remove; NFC";
}

void add_in(CharacterCode code, std::string &text, char32_t character) {
  if (is_in(code, character))
    append_utf8(text, character);
  else if (character == U'\u20AC')
    text += "EUR";
  else
    text += spelled_out(character);
}

bool has_script(std::string_view text, UScriptCode script) {
  const auto characters = characters_of(text);
  return std::any_of(characters.begin(), characters.end(), [script](char32_t character) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(point(character), &status) == script;
  });
}

// The quotes of ASCII are not in JIS X 0208, only those of typography.
void replace_quotes(std::u32string &text) {
  std::replace(text.begin(), text.end(), U'\uFF07', U'\u2019');
  std::replace(text.begin(), text.end(), U'\uFF02', U'\u201D');
}

// As JIS has it, without what JIS has no character for.
std::string widened(char32_t character) {
  const auto text = utf8_of({&character, 1});
  if (const auto pair = encoded(text, CharacterCode::ms_jis))
    return decoded(*pair, CharacterCode::ms_jis);
  const auto plain = character < 0x80 ? text : by_rules("NFKC; Latin-ASCII", text);
  auto wide = characters_of(by_rules("Halfwidth-Fullwidth", plain));
  replace_quotes(wide);
  return utf8_of(wide);
}

// Half-width kana with a voicing mark are two characters and become one.
std::string with_whole_kana(std::string_view text) {
  return by_rules("[\\uFF61-\\uFF9F] Halfwidth-Fullwidth", std::string{text});
}

}  // namespace

Respelled cleaned(std::string_view text) {
  if (is_clean_ascii(text)) return {std::string{text}, {}};
  Respelled result;
  Cleaner cleaner{result};
  auto characters = characters_of(text);
  if (std::erase(characters, char32_t{0xFFFD}) > 0)
    note(result, ChangeReason::invalid_utf_8);
  for (const auto character : characters_of(composed(utf8_of(characters))))
    cleaner.take(character);
  result.text = cleaner.line();
  return result;
}

Respelled transliterated(std::string_view text, CharacterCode code, Language language) {
  if (encoded(text, code)) return {std::string{text}, {}};
  const auto latin = by_rules(rules_into(code), in_latin(std::string{text}, language));
  Respelled result{{}, {ChangeReason::transliterated}};
  for (const auto character : characters_of(latin)) add_in(code, result.text, character);
  return result;
}

Respelled full_width(std::string_view text) {
  Respelled result;
  for (const auto character : characters_of(with_whole_kana(text)))
    result.text += widened(character);
  if (result.text != text) result.why = {ChangeReason::full_width};
  return result;
}

bool has_kana(std::string_view text) {
  return has_script(text, USCRIPT_HIRAGANA) || has_script(text, USCRIPT_KATAKANA);
}

bool has_kanji(std::string_view text) { return has_script(text, USCRIPT_HAN); }

}  // namespace redbook
