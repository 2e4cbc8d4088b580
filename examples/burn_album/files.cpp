#include "files.hpp"

#include <glib.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "failure.hpp"
#include "owned.hpp"

namespace burn_album {
namespace {

std::string path_of_uri(const std::string &uri) {
  return taken(g_filename_from_uri(uri.c_str(), nullptr, nullptr));
}

/// Old playlists and cue sheets are in Latin-1, file names mostly in UTF-8.
std::string from_latin_1(const std::string &text) {
  return taken(g_convert(text.data(), static_cast<gssize>(text.size()), "UTF-8",
                         "ISO-8859-1", nullptr, nullptr, nullptr));
}

}  // namespace

std::string content_of(const std::filesystem::path &path) {
  std::ifstream file{path, std::ios::binary};
  std::ostringstream content;
  content << file.rdbuf();
  if (!file || !content) throw input_failure(path.string() + " can't be read.");
  return content.str();
}

std::string ending_of(const std::filesystem::path &path) {
  return taken(g_ascii_strdown(path.extension().c_str(), -1));
}

std::string without_byte_order_mark(std::string text) {
  if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
  return text;
}

bool is_uri(const std::string &text) {
  const auto scheme = taken(g_uri_parse_scheme(text.c_str()));
  return scheme.size() > 1;  // one letter is a drive of another system
}

std::string resolved(const std::string &entry, const std::filesystem::path &folder) {
  if (entry.starts_with("file:")) return path_of_uri(entry);
  if (is_uri(entry) && !std::filesystem::exists(folder / entry)) return entry;
  const auto path = folder / entry;
  if (std::filesystem::exists(path) ||
      g_utf8_validate(entry.data(), static_cast<gssize>(entry.size()), nullptr))
    return path;
  return folder / from_latin_1(entry);
}

}  // namespace burn_album
