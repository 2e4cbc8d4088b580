#include "inputs.hpp"

#include <gst/gst.h>

#include <algorithm>

#include "cue_sheet.hpp"
#include "failure.hpp"
#include "files.hpp"
#include "folder.hpp"
#include "owned.hpp"
#include "playlist.hpp"
#include "text/uri.hpp"

namespace burn_album {
namespace {

namespace fs = std::filesystem;

using Names = std::vector<std::string>;

/// So deep may playlists name playlists.
constexpr std::size_t max_depth = 8;

/// A cue sheet beside one file says what tracks are in it: the first one by name.
void add_folder(const fs::path &folder, Names &names) {
  const auto music = music_in(folder);
  const auto sheets = cue_sheets_in(folder);
  const bool is_one_disc = music.size() <= 1 && sheets.size() == 1;
  if (is_one_disc || (music.size() == 1 && !sheets.empty()))
    return names.push_back(sheets.front());
  if (music.empty()) throw input_failure(folder.string() + " has no music in it.");
  names.insert(names.end(), music.begin(), music.end());
}

bool is_stash(const fs::path &path) { return is_file(path / "journal"); }

/// Puts what is in folders and playlists in their place.
class Expansion {
 public:
  void add(const std::string &name) {
    if (is_folder(name) && !is_stash(name) && ending_of(name) != ".ddp")
      add_folder(name, names);
    else if (is_playlist(name) && is_there(name))
      add_playlist(name);
    else
      names.push_back(name);
  }

  Names names{};

 private:
  void add_playlist(const fs::path &playlist) {
    std::error_code failed;
    const auto itself = fs::canonical(whole_path(playlist), failed);
    if (failed)
      throw input_failure(playlist.string() + " can't be found: " + failed.message() +
                          ".");
    if (std::find(open_.begin(), open_.end(), itself) != open_.end())
      throw input_failure(playlist.string() + " names playlists which name it again.");
    if (open_.size() == max_depth)
      throw input_failure(playlist.string() + " is named by a playlist in a playlist, " +
                          std::to_string(max_depth) + " deep: name it itself.");
    open_.push_back(itself);
    for (const auto &entry : entries_of_playlist(playlist)) {
      add(entry);
      check_count(names.size(), playlist.string() + " names");
    }
    open_.pop_back();
  }

  std::vector<fs::path> open_{};
};

Names expanded(const Names &inputs) {
  Expansion expansion;
  for (const auto &input : inputs) expansion.add(without_scheme(input));
  check_count(expansion.names.size(), "These are");
  return expansion.names;
}

void check_presence(const Names &names) {
  std::string missing;
  for (const auto &name : names)
    if (!is_there(name) && !redbook::is_uri(name))
      missing += (missing.empty() ? "" : "\n") + name + " is not there.";
  if (!missing.empty()) throw input_failure(missing);
}

bool is_cue_sheet(const fs::path &path) { return ending_of(path) == ".cue"; }

/// A cue sheet may be one as well.
bool is_image(const fs::path &path) {
  const auto ending = ending_of(path);
  return ending == ".toc" || ending == ".ddp" || is_stash(path);
}

void check_company(const Names &names) {
  if (names.size() == 1) return;
  for (const auto &name : names)
    if (is_cue_sheet(name) || is_image(name))
      throw input_failure(name + " is a disc of its own: give it alone.");
}

std::string uri_of(const std::string &name) {
  if (redbook::is_uri(name) && !is_there(name)) return name;
  return taken(gst_filename_to_uri(whole_path(name).c_str(), nullptr));
}

Album album_of_files(const Names &names) {
  Album album;
  for (const auto &name : names) {
    album.tracks.push_back({.source = album.sources.size()});
    album.sources.push_back({.name = name});
  }
  return album;
}

/// A folder was given, and the first of its sheets was taken.
void tell_of_other_sheets(const fs::path &sheet, Album &album) {
  const auto sheets = cue_sheets_in(sheet.parent_path());
  if (sheets.size() > 1)
    album.remarks.push_back("The folder has " + std::to_string(sheets.size()) +
                            " cue sheets: " + sheet.string() + " is taken.");
}

}  // namespace

std::variant<Album, DiscImage> meant_by(const Names &inputs,
                                        const std::string &cue_charset) {
  const auto names = expanded(inputs);
  check_presence(names);
  check_company(names);
  if (is_image(names.front())) return DiscImage{names.front()};
  auto album = is_cue_sheet(names.front())
                   ? album_of_cue_sheet(names.front(), cue_charset)
                   : album_of_files(names);
  if (!album) return DiscImage{names.front()};
  if (album->layout == Layout::sheet && is_folder(inputs.front()))
    tell_of_other_sheets(names.front(), *album);
  Names files;
  for (auto &source : album->sources) {
    files.push_back(source.name);
    source.uri = uri_of(source.name);
  }
  check_presence(files);
  return std::move(*album);
}

}  // namespace burn_album
