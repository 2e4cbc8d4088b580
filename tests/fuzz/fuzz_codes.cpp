// Any bytes as a catalogue number and as a recording code: what is taken is in its valid
// form, and stays as it is when it is taken again.

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "disc/codes.hpp"
#include "seed.hpp"

using namespace redbook;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_digit_or_capital(char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); }

void require(bool holds) {
  if (!holds) std::abort();
}

void check_mcn(std::string_view text) {
  const auto mcn = normal_mcn(text);
  if (!mcn) return;
  require(mcn->size() == 13 && std::all_of(mcn->begin(), mcn->end(), is_digit));
  require(normal_mcn(*mcn) == mcn);
  int right = 0;
  for (char digit = '0'; digit <= '9'; ++digit)
    right += has_right_check_digit(mcn->substr(0, 12) + digit) ? 1 : 0;
  require(right == 1);
  test::is_accepted = true;
}

void check_isrc(std::string_view text) {
  const auto isrc = normal_isrc(text);
  if (!isrc) return;
  require(isrc->size() == 12);
  require(std::all_of(isrc->begin(), isrc->begin() + 5, is_digit_or_capital));
  require(std::all_of(isrc->begin() + 5, isrc->end(), is_digit));
  require(normal_isrc(*isrc) == isrc);
  test::is_accepted = true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char *>(data), size};
  check_mcn(text);
  check_isrc(text);
  return 0;
}
