#include "disc/codes.hpp"

#include <algorithm>

namespace redbook {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
char capital(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string without_separators(std::string_view text) {
  std::string plain;
  for (const char c : text)
    if (c != '-' && c != ' ') plain += capital(c);
  return plain;
}

}  // namespace

std::optional<std::string> normal_mcn(std::string_view text) {
  auto digits = without_separators(text);
  if (digits.size() == 12) digits.insert(0, 1, '0');
  if (digits.size() != 13 || !std::all_of(digits.begin(), digits.end(), is_digit))
    return std::nullopt;
  return digits;
}

bool has_right_check_digit(std::string_view mcn) {
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i) sum += (mcn[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return (10 - sum % 10) % 10 == mcn[12] - '0';
}

std::optional<std::string> normal_isrc(std::string_view text) {
  const auto code = without_separators(text);
  if (code.size() != 12) return std::nullopt;
  const auto owner_end = code.begin() + 5;
  const bool right = std::all_of(code.begin(), owner_end,
                                 [](char c) { return is_digit(c) || is_capital(c); }) &&
                     std::all_of(owner_end, code.end(), is_digit);
  return right ? std::optional{code} : std::nullopt;
}

}  // namespace redbook
