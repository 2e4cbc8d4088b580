#include "playlist.hpp"

#include <algorithm>
#include <filesystem>
#include <numeric>

namespace player {

void Playlist::add(const std::string &uri) {
  songs_.push_back({.id = ++last_id_, .uri = uri, .title = name_of_file(uri)});
  changed_();
}

void Playlist::remove(int id) {
  std::erase_if(songs_, [id](const Song &song) { return song.id == id; });
  changed_();
}

void Playlist::learn(const SongFacts &facts) {
  for (auto &song : songs_) {
    if (song.uri != facts.uri) continue;
    if (!facts.title.empty()) song.title = facts.title;
    song.performer = facts.performer;
    song.duration = facts.duration;
    song.known = facts.is_readable ? Known::yes : Known::unreadable;
  }
  changed_();
}

const Song *Playlist::find(int id) const {
  const auto found = std::ranges::find(songs_, id, &Song::id);
  return found == songs_.end() ? nullptr : &*found;
}

const Song *Playlist::after(int id) const {
  const auto found = std::ranges::find(songs_, id, &Song::id);
  if (found == songs_.end() || found + 1 == songs_.end()) return nullptr;
  return &*(found + 1);
}

const Song *Playlist::before(int id) const {
  const auto found = std::ranges::find(songs_, id, &Song::id);
  if (found == songs_.end() || found == songs_.begin()) return nullptr;
  return &*(found - 1);
}

std::int64_t Playlist::blocks() const {
  return std::accumulate(
      songs_.begin(), songs_.end(), std::int64_t{0},
      [](std::int64_t sum, const Song &song) { return sum + song.blocks(); });
}

bool Playlist::is_known() const {
  return std::ranges::none_of(
      songs_, [](const Song &song) { return song.known == Known::not_yet; });
}

bool Playlist::can_be_burned() const {
  return !songs_.empty() && std::ranges::all_of(songs_, [](const Song &song) {
    return song.known == Known::yes;
  });
}

std::string name_of_file(const std::string &uri) {
  const auto path = taken(g_filename_from_uri(uri.c_str(), nullptr, nullptr));
  const auto stem = std::filesystem::path{path.empty() ? uri : path}.stem();
  return taken(g_filename_display_name(stem.c_str()));
}

std::string minutes(std::int64_t nanoseconds) {
  const auto seconds = nanoseconds / nanoseconds_per_second;
  const auto odd = std::to_string(seconds % 60);
  return std::to_string(seconds / 60) + (odd.size() < 2 ? ":0" : ":") + odd;
}

std::string minutes_of_blocks(std::int64_t blocks) {
  return minutes(blocks * nanoseconds_per_second / blocks_per_second);
}

}  // namespace player
