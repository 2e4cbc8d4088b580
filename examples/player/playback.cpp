#include "playback.hpp"

#include <stdexcept>
#include <utility>

namespace player {
namespace {

constexpr const char *switched = "switched";

GstElement *made_playbin() {
  auto *playbin = gst_element_factory_make("playbin3", nullptr);
  if (!playbin)
    throw std::runtime_error{
        "There is no playbin3: install the package gstreamer1.0-plugins-base."};
  g_object_ref_sink(playbin);
  gst_util_set_object_arg(G_OBJECT(playbin), "flags", "audio+soft-volume");
  return playbin;
}

void set_sink(GstElement *playbin, const std::string &line) {
  if (line.empty()) return;
  GError *error = nullptr;
  auto *sink = gst_parse_bin_from_description(line.c_str(), TRUE, &error);
  const OwnedError owned{error};
  if (!sink)
    throw std::runtime_error{std::string{"No such audio sink: "} + error->message};
  g_object_set(playbin, "audio-sink", sink, nullptr);
}

void wait_until_it_knows(GstElement *playbin) {
  constexpr GstClockTime patience = 5 * GST_SECOND;
  gst_element_get_state(playbin, nullptr, nullptr, patience);
}

// playbin3 1.22 locks up where it is stopped while it finds out what it plays: its lock
// is held then, and the thread that finds out waits for that.
void silence(GstElement *playbin) {
  wait_until_it_knows(playbin);
  gst_element_set_state(playbin, GST_STATE_NULL);
}

// The bus holds what was told of the song before it, and then of the new one.
GstMessage *switched_message(GstElement *playbin, int number) {
  return gst_message_new_application(
      GST_OBJECT(playbin),
      gst_structure_new(switched, "number", G_TYPE_INT, number, nullptr));
}

}  // namespace

Playback::Playback(const std::string &sink, Events events)
    : events_{std::move(events)}, playbin_{made_playbin()} {
  set_sink(playbin_.get(), sink);
  g_signal_connect(playbin_.get(), "about-to-finish", G_CALLBACK(hand_over), this);
  const Owned<GstBus> bus{gst_element_get_bus(playbin_.get())};
  gst_bus_add_watch(bus.get(), take, this);
}

Playback::~Playback() {
  const Owned<GstBus> bus{gst_element_get_bus(playbin_.get())};
  gst_bus_remove_watch(bus.get());
  worker_.post([this] { silence(playbin_.get()); });
}

void Playback::play(const Song &song) {
  song_ = song.id;
  {
    const std::lock_guard lock{mutex_};
    handed_over_ = 0;
  }
  worker_.post([this, uri = song.uri, number = ++switches_] {
    auto *const playbin = playbin_.get();
    silence(playbin);
    g_object_set(playbin, "uri", uri.c_str(), nullptr);
    gst_element_set_state(playbin, GST_STATE_READY);
    gst_element_post_message(playbin, switched_message(playbin, number));
    gst_element_set_state(playbin, GST_STATE_PLAYING);
  });
  change(Playing::playing);
}

void Playback::pause() {
  if (state_ != Playing::playing) return;
  worker_.post([this] { gst_element_set_state(playbin_.get(), GST_STATE_PAUSED); });
  change(Playing::paused);
}

void Playback::resume() {
  if (state_ != Playing::paused) return;
  worker_.post([this] { gst_element_set_state(playbin_.get(), GST_STATE_PLAYING); });
  change(Playing::playing);
}

// A sink that writes a file has written it all when this is told.
void Playback::stop() {
  worker_.post([this, number = ++switches_] {
    silence(playbin_.get());
    later([this, number] {
      if (number != switches_) return;
      song_ = 0;
      change(Playing::stopped);
    });
  });
}

// Before it knows what it plays, it would not heed it.
void Playback::seek(std::int64_t nanoseconds) {
  worker_.post([this, nanoseconds] {
    wait_until_it_knows(playbin_.get());
    gst_element_seek_simple(
        playbin_.get(), GST_FORMAT_TIME,
        static_cast<GstSeekFlags>(GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_ACCURATE),
        nanoseconds);
  });
}

void Playback::set_next(const Song *song) {
  const std::lock_guard lock{mutex_};
  next_ = song ? std::optional{*song} : std::nullopt;
}

std::int64_t Playback::position() const {
  gint64 position = 0;
  gst_element_query_position(playbin_.get(), GST_FORMAT_TIME, &position);
  return position;
}

// On the streaming thread, shortly before the song ends.
void Playback::hand_over(GstElement *playbin, Playback *self) {
  const std::lock_guard lock{self->mutex_};
  if (!self->next_) return;
  self->handed_over_ = self->next_->id;
  g_object_set(playbin, "uri", self->next_->uri.c_str(), nullptr);
  self->next_.reset();
}

gboolean Playback::take(GstBus *, GstMessage *message, gpointer self) {
  static_cast<Playback *>(self)->take(message);
  return G_SOURCE_CONTINUE;
}

void Playback::take(GstMessage *message) {
  if (gst_message_has_name(message, switched))
    gst_structure_get_int(gst_message_get_structure(message), "number", &switched_);
  if (switched_ != switches_) return;  // that is of a song before
  switch (GST_MESSAGE_TYPE(message)) {
    case GST_MESSAGE_STREAM_START: return begin_next();
    case GST_MESSAGE_ERROR: return fail(message);
    case GST_MESSAGE_EOS: return stop();
    default: return;
  }
}

void Playback::begin_next() {
  {
    const std::lock_guard lock{mutex_};
    if (handed_over_ == 0) return;
    song_ = std::exchange(handed_over_, 0);
  }
  events_.changed();
}

void Playback::fail(GstMessage *message) {
  GError *error = nullptr;
  gst_message_parse_error(message, &error, nullptr);
  const OwnedError owned{error};
  stop();
  events_.failed(error->message);
}

void Playback::change(Playing state) {
  state_ = state;
  events_.changed();
}

}  // namespace player
