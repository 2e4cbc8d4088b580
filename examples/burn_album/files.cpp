#include "files.hpp"

#include <glib.h>

#include <algorithm>
#include <fstream>

#include "disc/disc.hpp"
#include "failure.hpp"
#include "owned.hpp"

namespace burn_album {
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
  if (files > redbook::max_tracks)
    throw input_failure(
        subject + " " + std::to_string(files) + " files, and a disc holds " +
        std::to_string(redbook::max_tracks) + " tracks. Nothing was burned.");
}

std::string ending_of(const std::filesystem::path &path) {
  return taken(g_ascii_strdown(path.extension().c_str(), -1));
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

std::string without_scheme(const std::string &input) {
  if (!input.starts_with("file:")) return input;
  const auto path = taken(g_filename_from_uri(input.c_str(), nullptr, nullptr));
  return path.empty() ? input : path;
}

std::filesystem::path whole_path(const std::filesystem::path &path) {
  std::error_code failed;
  auto whole = std::filesystem::absolute(path, failed);
  if (failed)
    throw input_failure(path.string() +
                        " can't be found: the folder that it is seen from is gone.");
  return whole;
}

}  // namespace burn_album
