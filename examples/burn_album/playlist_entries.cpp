#include "playlist_entries.hpp"

#include <glib.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

#include "text/text_encoding.hpp"
#include "text/text_field.hpp"
#include "xspf.hpp"

namespace burn_album {
namespace {

using redbook::trimmed;

/// Without the quotes that some programs put around a name.
std::string_view unquoted(std::string_view text) {
  const bool is_quoted = text.size() > 1 && text.front() == '"' && text.back() == '"';
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

/// Calls `take` with each line and its number. Lines end as on any system.
template <typename Take>
void for_each_line(std::string_view text, Take take) {
  for (int number = 1; !text.empty(); ++number) {
    const auto line = redbook::take_line(text);
    if (line.find('\0') != line.npos)
      throw PlaylistFault{number, "is no text, so this is no playlist."};
    take(trimmed(line), number);
  }
}

std::vector<PlaylistEntry> entries_of_m3u(std::string_view text) {
  std::vector<PlaylistEntry> entries;
  for_each_line(text, [&](std::string_view line, int number) {
    const auto name = unquoted(line);
    if (!name.empty() && name.front() != '#')
      entries.push_back({number, {std::string{name}}});
  });
  return entries;
}

/// The number in "File12", in any case. 0: it is another key.
int number_of_file(std::string_view key) {
  constexpr std::string_view word = "file";
  if (key.size() <= word.size() ||
      g_ascii_strncasecmp(key.data(), word.data(), word.size()) != 0)
    return 0;
  int number = 0;
  const auto digits = key.substr(word.size());
  const auto end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number);
  return read.ec == std::errc{} && read.ptr == end && number > 0 ? number : 0;
}

/// In the order of their numbers, some of which may be missing.
std::vector<PlaylistEntry> entries_of_pls(std::string_view text) {
  std::map<int, PlaylistEntry> by_number;
  for_each_line(text, [&](std::string_view line, int number) {
    const auto equals = line.find('=');
    if (equals == line.npos) return;
    const auto name = unquoted(trimmed(line.substr(equals + 1)));
    const auto file = number_of_file(trimmed(line.substr(0, equals)));
    if (file == 0 || name.empty()) return;
    if (!by_number.try_emplace(file, PlaylistEntry{number, {std::string{name}}}).second)
      throw PlaylistFault{number, "names File" + std::to_string(file) + " again."};
  });
  std::vector<PlaylistEntry> entries;
  for (auto &[number, entry] : by_number) entries.push_back(std::move(entry));
  return entries;
}

/// A text without a known charset is looked up as it is, before it is as ICU guesses.
template <typename Parse>
std::vector<PlaylistEntry> entries_of_text(const std::string &content, Parse parse) {
  const auto decoded = redbook::decoded_text(content);
  auto entries = parse(decoded.text);
  if (decoded.guessed_charset.empty()) return entries;
  const auto as_they_are = parse(content);
  for (std::size_t i = 0; i < std::min(entries.size(), as_they_are.size()); ++i)
    entries[i].locations.insert(entries[i].locations.begin(),
                                as_they_are[i].locations.front());
  return entries;
}

}  // namespace

std::vector<PlaylistEntry> entries_in(PlaylistKind kind, const std::string &content) {
  switch (kind) {
    case PlaylistKind::m3u: return entries_of_text(content, entries_of_m3u);
    case PlaylistKind::pls: return entries_of_text(content, entries_of_pls);
    case PlaylistKind::xspf: return entries_of_xspf(content);
  }
  return {};
}

}  // namespace burn_album
