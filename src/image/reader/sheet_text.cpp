#include "image/reader/sheet_text.hpp"

#include <charconv>

#include "text/text_field.hpp"

namespace redbook {
namespace {

std::string_view without_indent(std::string_view line) {
  constexpr std::string_view no_break_space = "\xc2\xa0";
  while (line.starts_with(no_break_space)) line.remove_prefix(no_break_space.size());
  return trimmed(line);
}

}  // namespace

std::optional<std::int64_t> number_of(std::string_view text, std::int64_t most) {
  std::int64_t number = 0;
  const auto *end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || at != end || number < 0 || number > most)
    return std::nullopt;
  return number;
}

std::optional<Blocks> time_of(std::string_view text) {
  constexpr std::int64_t max_minutes = 9999;
  const auto first = text.find(':');
  const auto second = text.find(':', first == text.npos ? first : first + 1);
  if (second == text.npos) return std::nullopt;
  const auto minutes = number_of(text.substr(0, first), max_minutes);
  const auto seconds = number_of(text.substr(first + 1, second - first - 1), 59);
  const auto frames = number_of(text.substr(second + 1), 74);
  if (!minutes || !seconds || !frames) return std::nullopt;
  return Blocks{(*minutes * 60 + *seconds) * blocks_per_second + *frames};
}

std::string_view take_word(std::string_view &line) {
  line = without_indent(line);
  const auto word = line.substr(0, line.find_first_of(blanks));
  line = without_indent(line.substr(word.size()));
  return word;
}

}  // namespace redbook
