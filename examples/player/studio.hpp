/// All that the player is without its window.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "burn.hpp"
#include "destination.hpp"
#include "playback.hpp"
#include "playlist.hpp"
#include "recorders.hpp"
#include "song_reader.hpp"

namespace player {

/// What has changed.
enum class Topic { songs, playback, recorders, burn, trouble };

/// The list, what plays it and what burns it. For the main loop, which it never holds up.
class Studio {
 public:
  using Listener = std::function<void(Topic)>;

  /// `audio_sink` as of Playback. Throws std::runtime_error as that does.
  explicit Studio(const std::string &audio_sink);

  /// Who is told of changes; in the order of calls.
  void listen(Listener listener) { listeners_.push_back(std::move(listener)); }

  const Playlist &playlist() const { return playlist_; }
  const Playback &playback() const { return playback_; }
  const Recorders &recorders() const { return recorders_; }

  // The list.

  void add(const std::string &uri);
  void remove(int id);

  // Playing.

  /// Goes on, or begins with the first song.
  void play();
  void play(const Song &song);
  void pause() { playback_.pause(); }
  void next();
  void previous();
  void seek(std::int64_t nanoseconds) { playback_.seek(nanoseconds); }
  /// What keeps the song from being heard; empty: nothing.
  const std::string &trouble() const { return trouble_; }

  // Burning.

  const Destination &destination() const { return destination_; }
  void set_destination(const Destination &destination);
  bool is_verifying() const { return is_verifying_; }
  void set_verifying(bool verifying);
  /// Blocks of an empty disc, where no drive says what is in it.
  void set_blank_disc(std::int64_t blocks);
  /// Blocks that the disc holds.
  std::int64_t capacity() const;
  bool can_burn() const;

  void burn();
  void cancel();
  /// Of the burn on its way, or of the last one until it is dismissed.
  const std::optional<BurnNews> &news() const { return news_; }
  bool is_burning() const { return news_ && !is_over(news_->stage); }
  void dismiss();

 private:
  void tell(Topic topic) const;
  void choose_next();
  void fail_to_play(const std::string &words);
  BurnOrder order() const;

  std::vector<Listener> listeners_;
  Playlist playlist_;
  Playback playback_;
  Recorders recorders_;
  SongReader reader_;
  Destination destination_;
  bool is_verifying_ = false;
  std::int64_t blank_disc_ = blocks_of_80_minutes;
  std::string trouble_;
  std::optional<BurnNews> news_;
  std::unique_ptr<Burn> burn_;
};

}  // namespace player
