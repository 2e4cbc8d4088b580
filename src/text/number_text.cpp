#include "text/number_text.hpp"

#include <array>
#include <charconv>
#include <cstdio>

namespace redbook {
namespace {

template <typename... Values>
std::string formatted(const char *format, Values... values) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), format, values...);
  return text.data();
}

}  // namespace

std::string hexadecimal(std::uint32_t value, int digits) {
  return formatted("%0*X", digits, value);
}

std::string time_of(Blocks length) {
  const auto msf = Msf::of(length);
  return formatted("%02d:%02d.%02d", msf.minutes, msf.seconds, msf.frames);
}

std::string percent_of_full_scale(int peak) {
  constexpr int full_scale = 32768;
  const int tenths = (1000 * peak + full_scale / 2) / full_scale;
  return formatted("%d.%d %%", tenths / 10, tenths % 10);
}

std::string decimal(double value, int places) {
  std::array<char, 400> text{};  // the largest double has 309 digits
  const auto end =
      std::to_chars(text.begin(), text.end(), value, std::chars_format::fixed, places);
  return {text.data(), end.ptr};
}

}  // namespace redbook
