#include "text.hpp"

#include <glib.h>

#include "album.hpp"
#include "owned.hpp"
#include "text/terminal_text.hpp"

namespace burn_album {
namespace {

std::size_t columns_of(gunichar character) {
  if (g_unichar_iszerowidth(character)) return 0;
  return g_unichar_iswide(character) ? 2 : 1;
}

std::size_t columns_of(const std::string &text) {
  std::size_t columns = 0;
  for (const auto *at = text.c_str(); *at; at = g_utf8_next_char(at))
    columns += columns_of(g_utf8_get_char(at));
  return columns;
}

/// The beginning of `text`, in at most so many columns.
std::string beginning(const std::string &text, std::size_t columns) {
  const auto *at = text.c_str();
  for (std::size_t used = 0; *at; at = g_utf8_next_char(at)) {
    used += columns_of(g_utf8_get_char(at));
    if (used > columns) break;
  }
  return text.substr(0, static_cast<std::size_t>(at - text.c_str()));
}

}  // namespace

std::string fitted(const std::string &text, std::size_t columns) {
  auto fitting = redbook::terminal_text(text);
  if (columns_of(fitting) > columns)
    fitting = beginning(fitting, columns > 0 ? columns - 1 : 0) + "…";
  const auto used = columns_of(fitting);
  return fitting + std::string(columns > used ? columns - used : 0, ' ');
}

std::string minutes(std::int64_t blocks) {
  const auto seconds = blocks / blocks_per_second;
  return taken(g_strdup_printf("%02d:%02d", static_cast<int>(seconds / 60),
                               static_cast<int>(seconds % 60)));
}

std::string counted(std::size_t count, const std::string &noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace burn_album
