#include "files.hpp"

#include <glib.h>

#include <algorithm>
#include <fstream>

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

bool is_there(const std::filesystem::path &path) noexcept {
  std::error_code none;
  return std::filesystem::exists(path, none);
}

bool is_folder(const std::filesystem::path &path) noexcept {
  std::error_code none;
  return std::filesystem::is_directory(path, none);
}

bool is_file(const std::filesystem::path &path) noexcept {
  std::error_code none;
  return std::filesystem::is_regular_file(path, none);
}

// What is no regular file was named by the user himself.
std::string content_of(const std::filesystem::path &path) {
  std::ifstream file{path, std::ios::binary};
  std::string content(max_list_bytes + 1, '\0');
  file.read(content.data(), static_cast<std::streamsize>(content.size()));
  if (file.bad() || !(file || file.eof()))
    throw input_failure(path.string() + " can't be read.");
  content.resize(static_cast<std::size_t>(file.gcount()));
  if (content.size() > max_list_bytes)
    throw input_failure(path.string() +
                        " is longer than 4 MB: this is no list of music.");
  return content;
}

void check_count(std::size_t files, const std::string &subject) {
  constexpr std::size_t max_tracks = 99;
  if (files > max_tracks)
    throw input_failure(subject + " " + std::to_string(files) +
                        " files, and a disc holds 99 tracks. Nothing was burned.");
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

std::string path_in(const std::string &location) {
  if (!location.starts_with("file:")) return location;
  auto path = location.substr(5);
  if (path.starts_with("//localhost/")) path.erase(0, 11);
  if (path.starts_with("///")) path.erase(0, 2);
  const bool has_drive = path.size() > 2 && path.front() == '/' &&
                         g_ascii_isalpha(path[1]) && path[2] == ':';
  return has_drive ? path.substr(1) : path;
}

std::string resolved(const std::string &entry, const std::filesystem::path &folder) {
  if (entry.starts_with("file:")) return path_of_uri(entry);
  if (is_uri(entry) && !is_there(folder / entry)) return entry;
  const auto path = folder / entry;
  if (is_there(path) ||
      g_utf8_validate(entry.data(), static_cast<gssize>(entry.size()), nullptr))
    return path;
  return folder / from_latin_1(entry);
}

}  // namespace burn_album
