/// Plays songs, one into the other.
#pragma once

#include <gst/gst.h>

#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "handles.hpp"
#include "song.hpp"
#include "worker.hpp"

namespace player {

enum class Playing { stopped, playing, paused };

/// playbin3, which is given the next song shortly before one ends, and so loses no sample
/// between the two. All methods are for the main loop, and none of them waits.
class Playback {
 public:
  struct Events {
    Work changed;                                     ///< another song, or another state
    std::function<void(const std::string &)> failed;  ///< with a sentence for the user
  };

  /// `sink` is a launch line of what plays the audio, or empty for the system's
  /// loudspeaker. Throws std::runtime_error if there is no such sink, or no playbin3.
  Playback(const std::string &sink, Events events);
  ~Playback();
  Playback(const Playback &) = delete;
  Playback &operator=(const Playback &) = delete;

  void play(const Song &song);
  void pause();
  void resume();
  void stop();
  void seek(std::int64_t nanoseconds);
  /// What follows the current song; nothing: the end.
  void set_next(const Song *song);

  Playing state() const { return state_; }
  /// The song that is heard, 0 for none.
  int song() const { return song_; }
  /// Nanoseconds.
  std::int64_t position() const;

 private:
  static void hand_over(GstElement *playbin, Playback *self);
  static gboolean take(GstBus *, GstMessage *message, gpointer self);
  void take(GstMessage *message);
  void begin_next();
  void fail(GstMessage *message);
  void change(Playing state);

  Events events_;
  Owned<GstElement> playbin_;
  Playing state_ = Playing::stopped;
  int song_ = 0;
  int switches_ = 0;  // songs asked for, and stops
  int switched_ = 0;  // of these, what the bus tells of

  std::mutex mutex_;
  std::optional<Song> next_;  // under the mutex: asked for by the streaming thread
  int handed_over_ = 0;       // under the mutex: the song that comes after the one heard

  Worker worker_;  // destroyed first: it uses the members above
};

}  // namespace player
