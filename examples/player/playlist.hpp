/// The list of songs, without a window.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handles.hpp"
#include "song.hpp"

namespace player {

/// The songs in their order. Tells of each change.
class Playlist {
 public:
  explicit Playlist(Work changed) : changed_{std::move(changed)} {}

  const std::vector<Song> &songs() const { return songs_; }

  void add(const std::string &uri);
  void remove(int id);
  /// What is known now of all songs of that file.
  void learn(const SongFacts &facts);

  const Song *find(int id) const;
  /// Null at the end.
  const Song *after(int id) const;
  const Song *before(int id) const;

  std::int64_t blocks() const;
  /// Nothing is to be read any more.
  bool is_known() const;
  /// There are songs, and each can be read.
  bool can_be_burned() const;

 private:
  std::vector<Song> songs_;
  int last_id_ = 0;
  Work changed_;
};

/// The name of a file, without its folder and ending.
std::string name_of_file(const std::string &uri);

/// Minutes and seconds, such as 4:05.
std::string minutes(std::int64_t nanoseconds);
std::string minutes_of_blocks(std::int64_t blocks);

}  // namespace player
