#include "cue_sheet.hpp"

#include <glib.h>

#include <algorithm>
#include <regex>
#include <utility>

#include "failure.hpp"
#include "files.hpp"
#include "folder.hpp"
#include "owned.hpp"

extern "C" {
#include <libcue/libcue.h>
}

namespace burn_album {
namespace {

namespace fs = std::filesystem;

using OwnedCd = std::unique_ptr<Cd, Release<cd_delete>>;
using Sheet = ::Track;  // libcue's

std::string text_of(const char *text) { return text ? text : ""; }

/// In UTF-8: what is not, is taken for Latin-1, in which most programs write them.
std::string sheet_at(const fs::path &path) {
  auto content = without_byte_order_mark(content_of(path));
  const auto size = static_cast<gssize>(content.size());
  if (g_utf8_validate(content.data(), size, nullptr)) return content;
  return taken(g_convert(content.data(), size, "UTF-8", "WINDOWS-1252", nullptr, nullptr,
                         nullptr));
}

/// libcue reads it, and has no way to ask for it.
std::string catalog_in(const std::string &sheet) {
  static const std::regex pattern{R"((?:^|\n)\s*CATALOG\s+"?(\d+))"};
  std::smatch match;
  return std::regex_search(sheet, match, pattern) ? match[1].str() : "";
}

/// For each track the file in which its index 01 is. libcue tells another one where a
/// track begins in the file before, and more follow.
std::vector<std::string> files_in(const std::string &sheet) {
  static const std::regex pattern{
      R"re((?:^|\n)\s*(?:FILE\s+(?:"([^"]*)"|(\S+))|INDEX\s+0?(1)\s))re"};
  std::vector<std::string> files;
  std::string file;
  for (std::sregex_iterator at{sheet.begin(), sheet.end(), pattern}, end; at != end;
       ++at) {
    if ((*at)[3].matched)
      files.push_back(file);
    else
      file = (*at)[1].matched ? (*at)[1].str() : (*at)[2].str();
  }
  return files;
}

Texts texts_of(const Cdtext *texts) {
  const auto at = [texts](Pti what) { return text_of(cdtext_get(what, texts)); };
  return {at(PTI_TITLE),    at(PTI_PERFORMER), at(PTI_SONGWRITER),
          at(PTI_COMPOSER), at(PTI_ARRANGER),  at(PTI_MESSAGE)};
}

/// The only music in the folder that has this name, but for its ending.
fs::path with_another_ending(const fs::path &path) {
  auto folder = path.parent_path();
  if (folder.empty()) folder = ".";
  if (!fs::is_directory(folder)) return path;
  auto music = music_in(folder);
  const auto same = [&](const fs::path &file) { return file.stem() == path.stem(); };
  const auto found = std::find_if(music.begin(), music.end(), same);
  return std::count_if(music.begin(), music.end(), same) == 1 ? *found : path;
}

fs::path found_for(const std::string &name, const fs::path &sheet) {
  const fs::path path = resolved(name, sheet.parent_path());
  return fs::exists(path) ? path : with_another_ending(path);
}

/// The position of the file in the album's sources; tracks of one file follow each other.
std::size_t source_for(const fs::path &path, Album &album) {
  if (album.sources.empty() || album.sources.back().name != path)
    album.sources.push_back({.name = path});
  return album.sources.size() - 1;
}

/// INDEX 00 says where a pregap begins whose audio is there; PREGAP asks for silence.
std::int64_t silence_before(const Sheet *track) {
  return track_get_index(track, 0) < 0 ? std::max(0L, track_get_zero_pre(track)) : 0;
}

std::vector<std::int64_t> indexes_of(const Sheet *track) {
  std::vector<std::int64_t> indexes;
  for (int number = 2; number < 100 && track_get_index(track, number) > 0; ++number)
    indexes.push_back(time_of(track_get_index(track, number)));
  return indexes;
}

Track track_of(Sheet *track, std::size_t source) {
  return {.source = source,
          .start = time_of(std::max(0L, track_get_index(track, 1))),
          .texts = texts_of(track_get_cdtext(track)),
          .isrc = text_of(track_get_isrc(track)),
          .pregap = silence_before(track),
          .indexes = indexes_of(track),
          .pre_emphasis = track_is_set_flag(track, FLAG_PRE_EMPHASIS) != 0,
          .copy_permitted = track_is_set_flag(track, FLAG_COPY_PERMITTED) != 0};
}

bool has_a_file_for_each_track(const Album &album) {
  return album.sources.size() == album.tracks.size() &&
         std::all_of(album.tracks.begin(), album.tracks.end(), [](const Track &track) {
           return track.start == 0 && track.indexes.empty();
         });
}

/// A table of contents has no place for silence that the file has not.
void leave_silence_out(Album &album) {
  int number = 0;
  for (auto &track : album.tracks) {
    ++number;
    if (std::exchange(track.pregap, 0) > 0)
      album.remarks.push_back("The silence before track " + std::to_string(number) +
                              " (PREGAP in the cue sheet) is left out.");
  }
}

}  // namespace

bool is_sheet_of_image(const fs::path &sheet) {
  static const std::regex pattern{
      R"((?:^|\n)\s*FILE\s.*\s(?:BINARY|MOTOROLA)\s*(?:\n|$))"};
  return std::regex_search(content_of(sheet), pattern);
}

Album album_of_cue_sheet(const fs::path &path) {
  const auto sheet = sheet_at(path);
  const OwnedCd cd{cue_parse_string(sheet.c_str())};
  if (!cd || files_in(sheet).empty())
    throw input_failure(path.string() + " is no cue sheet that can be read.");
  Album album{.texts = texts_of(cd_get_cdtext(cd.get())),
              .genre = text_of(cdtext_get(PTI_GENRE, cd_get_cdtext(cd.get()))),
              .catalog_number = catalog_in(sheet),
              .from_sheet = true};
  int number = 0;
  for (const auto &file : files_in(sheet)) {
    auto *track = cd_get_track(cd.get(), ++number);
    if (!track) break;
    if (track_get_mode(track) != MODE_AUDIO)
      throw input_failure("Track " + std::to_string(number) + " of " + path.string() +
                          " is one of data: burn-album burns music only.");
    album.tracks.push_back(track_of(track, source_for(found_for(file, path), album)));
  }
  if (has_a_file_for_each_track(album)) return album;
  album.layout = Layout::sheet;
  leave_silence_out(album);
  return album;
}

}  // namespace burn_album
