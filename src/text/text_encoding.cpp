#include "text/text_encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

#include "error.hpp"
#include "text/text_field.hpp"
#include "text/utf8.hpp"

namespace redbook {
namespace {

using OwnedDetector = std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)>;
using OwnedConverter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

constexpr auto fallback = "windows-1252";

OwnedConverter converter_of(const std::string &charset) {
  UErrorCode status = U_ZERO_ERROR;
  OwnedConverter converter{ucnv_open(charset.c_str(), &status), ucnv_close};
  return U_SUCCESS(status) ? std::move(converter) : OwnedConverter{nullptr, ucnv_close};
}

std::string converted(std::string_view bytes, const std::string &charset) {
  const auto converter = converter_of(charset);
  if (!converter)
    throw Error{Fault::settings, Result::invalid_argument,
                "The charset has a name that is not known.", charset};
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text{bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                converter.get(), status};
  std::string utf8;
  return text.toUTF8String(utf8);
}

struct Mark {
  std::string_view bytes;
  const char *charset;
};

std::optional<Mark> mark_of(std::string_view bytes) {
  using namespace std::string_view_literals;
  constexpr Mark marks[] = {{"\xef\xbb\xbf"sv, "UTF-8"},
                            {"\xff\xfe"sv, "UTF-16LE"},
                            {"\xfe\xff"sv, "UTF-16BE"}};
  for (const auto &mark : marks)
    if (bytes.starts_with(mark.bytes)) return mark;
  return std::nullopt;
}

/// Sheets and playlists begin with ASCII.
const char *utf16_without_mark(std::string_view bytes) {
  constexpr std::size_t looked_at = 8;
  if (bytes.size() < looked_at) return nullptr;
  const auto nul = [bytes](std::size_t first) {
    for (auto i = first; i < looked_at; i += 2)
      if (bytes[i] != '\0' || bytes[i ^ 1U] == '\0') return false;
    return true;
  };
  if (nul(1)) return "UTF-16LE";
  return nul(0) ? "UTF-16BE" : nullptr;
}

bool is_beyond_ascii(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }

/// The lines that tell one charset from another, behind their keywords: the rest would be
/// taken for English.
std::string telling_lines(std::string_view bytes) {
  constexpr std::size_t max_bytes = 1 << 16;
  std::string lines;
  while (!bytes.empty() && lines.size() < max_bytes) {
    auto line = take_line(bytes);
    if (std::none_of(line.begin(), line.end(), is_beyond_ascii)) continue;
    line.remove_prefix(std::min(line.find('"') + 1, line.size()));
    lines.append(line.substr(0, line.rfind('"'))).append("\n");
  }
  return lines;
}

std::string guessed(std::string_view bytes) {
  constexpr std::int32_t least_confidence = 20;
  const auto lines = telling_lines(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const OwnedDetector detector{ucsdet_open(&status), ucsdet_close};
  ucsdet_setText(detector.get(), lines.data(), static_cast<std::int32_t>(lines.size()),
                 &status);
  const auto *match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || !match) return fallback;
  const bool sure = ucsdet_getConfidence(match, &status) >= least_confidence;
  const std::string name = ucsdet_getName(match, &status);
  const bool is_one = sure && !name.starts_with("UTF-") && converter_of(name);
  // Windows' charset has all of Latin-1's letters, and dashes and quotes.
  return is_one && name != "ISO-8859-1" ? name : fallback;
}

}  // namespace

bool is_charset(const std::string &name) { return converter_of(name) != nullptr; }

DecodedText decoded_text(std::string_view bytes, const std::string &charset) {
  if (const auto mark = mark_of(bytes))
    return {converted(bytes.substr(mark->bytes.size()), mark->charset)};
  if (const auto *wide = utf16_without_mark(bytes)) return {converted(bytes, wide)};
  if (!charset.empty()) return {converted(bytes, charset)};
  if (is_utf8(bytes)) return {std::string{bytes}};
  auto guess = guessed(bytes);
  return {converted(bytes, guess), guess};
}

std::string sentence_of_guess(const std::string &name, const DecodedText &decoded) {
  return name + " is not in UTF-8: its texts are taken as " + decoded.guessed_charset +
         ", which is a guess.";
}

}  // namespace redbook
