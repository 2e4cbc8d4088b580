#include "playlist.hpp"

#include "error.hpp"
#include "failure.hpp"
#include "file/file_finder.hpp"
#include "file/file_kind.hpp"
#include "files.hpp"
#include "folder.hpp"
#include "playlist_entries.hpp"
#include "text/uri.hpp"

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
  return redbook::is_uri(location) && !location.starts_with("file:");
}

/// The file that a location means. Some programs escape what is escaped already.
std::optional<redbook::FoundFile> found_at(const std::string &location,
                                           redbook::FileFinder &finder) {
  if (is_remote(location)) return {};
  const auto path = path_in(location);
  if (auto found = finder.find(path)) return found;
  return finder.find(redbook::percent_decoded(path));
}

std::string why_missing(const PlaylistEntry &entry) {
  const auto &location = entry.locations.front();
  return is_remote(location) ? location + " is no file: give it on the command line."
                             : path_in(location) + " is not there.";
}

std::string why_unfit(const fs::path &path) {
  if (is_file(path) || is_folder(path)) return "";
  std::error_code none;
  return path.string() + " is " + redbook::file_kind(fs::status(path, none)) +
         ", and a playlist may name files and folders only.";
}

/// The files that the entries of one playlist name.
class ListedFiles {
 public:
  explicit ListedFiles(const fs::path &playlist)
      : finder_{playlist.parent_path(),
                {.percent_encoded = true, .other_endings = endings_of_music()}} {}

  /// Takes what is found first of what an entry names. Why it can't: a sentence, else "".
  std::string take(const PlaylistEntry &entry) {
    for (const auto &location : entry.locations)
      if (const auto found = found_at(location, finder_)) {
        names.push_back(found->path);
        const auto unfit = why_unfit(found->path);
        return unfit.empty() ? why_twice(location, *found) : unfit;
      }
    return why_missing(entry);
  }

  std::vector<std::string> names{};

 private:
  std::string why_twice(const std::string &location, const redbook::FoundFile &found) {
    try {
      named_.add(path_in(location), found);
      return "";
    } catch (const redbook::Error &error) {
      return error.detail() + ": one of them is not there.";
    }
  }

  redbook::FileFinder finder_;
  redbook::NamedFiles named_{};
};

}  // namespace

bool is_playlist(const fs::path &path) {
  const auto ending = ending_of(path);
  return ending == ".m3u" || ending == ".m3u8" || ending == ".pls" || ending == ".xspf";
}

std::vector<std::string> entries_of_playlist(const fs::path &path) {
  const auto entries = entries_at(path);
  if (entries.empty()) throw input_failure(path.string() + " names no music.");
  check_count(entries.size(), path.string() + " names");
  ListedFiles files{path};
  std::string faults;
  for (const auto &entry : entries)
    if (const auto fault = files.take(entry); !fault.empty())
      faults += (faults.empty() ? "" : "\n") + place(path, entry.line) + ": " + fault;
  if (!faults.empty()) throw input_failure(faults);
  return files.names;
}

}  // namespace burn_album
