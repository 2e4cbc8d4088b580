#include "playlist.hpp"

#include <glib.h>

#include "failure.hpp"
#include "file/file_finder.hpp"
#include "file/file_kind.hpp"
#include "files.hpp"
#include "folder.hpp"
#include "owned.hpp"
#include "playlist_entries.hpp"

namespace burn_album {
namespace {

namespace fs = std::filesystem;

PlaylistKind kind_of(const fs::path &path) {
  const auto ending = ending_of(path);
  if (ending == ".pls") return PlaylistKind::pls;
  return ending == ".xspf" ? PlaylistKind::xspf : PlaylistKind::m3u;
}

/// "list.m3u, line 3".
std::string place(const fs::path &list, int line) {
  return list.string() + (line > 0 ? ", line " + std::to_string(line) : "");
}

std::vector<PlaylistEntry> entries_at(const fs::path &path) {
  try {
    return entries_in(kind_of(path), content_of(path));
  } catch (const PlaylistFault &fault) {
    throw input_failure(place(path, fault.line()) + " " + fault.what());
  }
}

bool is_remote(const std::string &location) {
  return is_uri(location) && !location.starts_with("file:");
}

/// The file that a location means. Some programs escape what is escaped already.
std::optional<fs::path> found_at(const std::string &location,
                                 redbook::FileFinder &finder) {
  if (is_remote(location)) return {};
  const auto path = path_in(location);
  if (auto found = finder.find(path)) return found;
  const auto unescaped = taken(g_uri_unescape_string(path.c_str(), nullptr));
  return unescaped.empty() ? std::nullopt : finder.find(unescaped);
}

/// What is found first of what an entry names.
std::optional<fs::path> found_for(const PlaylistEntry &entry,
                                  redbook::FileFinder &finder) {
  for (const auto &location : entry.locations)
    if (auto found = found_at(location, finder)) return found;
  return {};
}

std::string why_missing(const PlaylistEntry &entry) {
  const auto &location = entry.locations.front();
  return is_remote(location) ? location + " is no file: give it on the command line."
                             : path_in(location) + " is not there.";
}

std::string why_unfit(const fs::path &path) {
  if (is_file(path) || is_folder(path)) return "";
  return path.string() + " is " + redbook::file_kind(fs::status(path)) +
         ", and a playlist may name files and folders only.";
}

}  // namespace

bool is_playlist(const fs::path &path) {
  const auto ending = ending_of(path);
  return ending == ".m3u" || ending == ".m3u8" || ending == ".pls" || ending == ".xspf";
}

std::vector<std::string> entries_of_playlist(const fs::path &path) {
  const auto entries = entries_at(path);
  if (entries.empty()) throw input_failure(path.string() + " names no music.");
  check_count(entries.size(), path.string() + " names");
  redbook::FileFinder finder{
      path.parent_path(), {.percent_encoded = true, .other_endings = endings_of_music()}};
  std::vector<std::string> names;
  std::string faults;
  for (const auto &entry : entries) {
    const auto found = found_for(entry, finder);
    const auto fault = found ? why_unfit(*found) : why_missing(entry);
    if (!fault.empty())
      faults += (faults.empty() ? "" : "\n") + place(path, entry.line) + ": " + fault;
    else
      names.push_back(*found);
  }
  if (!faults.empty()) throw input_failure(faults);
  return names;
}

}  // namespace burn_album
