/// What plays into redbookalbum.
#pragma once

#include <list>

#include "element_support.hpp"
#include "tied_sheet.hpp"

namespace redbook::test {

/// The `number`-th song: each with odd samples, and unlike the others.
inline Pcm song(int number) {
  return counting_audio((300 * 588 + 100 * number) * 4, number * 1000000);
}

/// What brings one track.
class TrackSource {
 public:
  explicit TrackSource(GstPad *track)
      : track_{track}, pad_{gst_pad_new("src", GST_PAD_SRC)} {
    gst_pad_set_active(pad_, TRUE);
    fail_unless_equals_int(gst_pad_link(pad_, track_), GST_PAD_LINK_OK);
  }
  ~TrackSource() {
    gst_pad_set_active(pad_, FALSE);
    gst_object_unref(pad_);
    gst_object_unref(track_);
  }
  TrackSource(const TrackSource &) = delete;
  TrackSource &operator=(const TrackSource &) = delete;

  GstPad *track() const { return track_; }
  GstPad *pad() const { return pad_; }

  TrackSource &set(const char *property, const char *value) {
    gst_util_set_object_arg(G_OBJECT(track_), property, value);
    return *this;
  }
  gboolean push(GstEvent *event) { return gst_pad_push_event(pad_, event); }
  TrackSource &stream(guint group = gst_util_group_id_next()) {
    auto *event = gst_event_new_stream_start("stream");
    gst_event_set_group_id(event, group);
    push(event);
    auto *caps = gst_caps_from_string(caps_text);
    push(gst_event_new_caps(caps));
    gst_caps_unref(caps);
    return segment();
  }
  TrackSource &segment() {
    GstSegment segment;
    gst_segment_init(&segment, GST_FORMAT_TIME);
    push(gst_event_new_segment(&segment));
    return *this;
  }
  TrackSource &tag(const char *name, const std::string &value) {
    push(gst_event_new_tag(gst_tag_list_new(name, value.c_str(), nullptr)));
    return *this;
  }
  TrackSource &toc(const std::vector<Entry> &entries) {
    auto *toc = make_toc(entries);
    push(gst_event_new_toc(toc, FALSE));
    gst_toc_unref(toc);
    return *this;
  }
  /// In buffers of one second and less.
  GstFlowReturn audio(const Pcm &pcm) {
    constexpr std::size_t second = 44100 * 4;
    auto flow = GST_FLOW_OK;
    for (std::size_t at = 0; at < pcm.size() && flow == GST_FLOW_OK; at += second) {
      const auto size = std::min(second, pcm.size() - at);
      auto *buffer = gst_buffer_new_allocate(nullptr, size, nullptr);
      gst_buffer_fill(buffer, 0, pcm.data() + at, size);
      GST_BUFFER_PTS(buffer) = at * GST_SECOND / second;
      flow = gst_pad_push(pad_, buffer);
    }
    return flow;
  }
  gboolean eos() { return push(gst_event_new_eos()); }
  /// A whole track: waits for its turn.
  gboolean song(const Pcm &pcm) {
    stream();
    return audio(pcm) == GST_FLOW_OK && eos();
  }

 private:
  GstPad *track_;
  GstPad *pad_;
};

/// redbookalbum, a folder for its image, and what plays into it.
class AlbumPlayer {
 public:
  AlbumPlayer()
      : album_{GST_ELEMENT(
            gst_object_ref_sink(gst_element_factory_make("redbookalbum", nullptr)))},
        messages_{album_} {
    set("location", image()).set("settle-time", "0").set("cd-text", "false");
    set("parallel", "99");
  }
  ~AlbumPlayer() {
    set_state(GST_STATE_NULL);
    threads_.clear();
    sources_.clear();
    gst_object_unref(album_);
  }
  AlbumPlayer(const AlbumPlayer &) = delete;
  AlbumPlayer &operator=(const AlbumPlayer &) = delete;

  GstElement *album() const { return album_; }
  Messages &messages() { return messages_; }
  TempDir folder;

  AlbumPlayer &set(const char *property, const std::string &value) {
    gst_util_set_object_arg(G_OBJECT(album_), property, value.c_str());
    return *this;
  }
  GstStateChangeReturn set_state(GstState state) {
    return gst_element_set_state(album_, state);
  }
  AlbumPlayer &play() {
    fail_unless(set_state(GST_STATE_PLAYING) != GST_STATE_CHANGE_FAILURE);
    return *this;
  }
  GstPad *request(const char *name = "track_%u") const {
    return gst_element_request_pad_simple(album_, name);
  }
  TrackSource &track(const char *name = "track_%u") {
    auto *pad = request(name);
    fail_unless(pad != nullptr);
    return sources_.emplace_back(pad);
  }
  /// As GStreamer's sources do it: each on a thread of its own.
  std::jthread &in_background(std::function<void()> work) {
    return threads_.emplace_back(std::move(work));
  }
  std::jthread &play(TrackSource &source, const Pcm &pcm) {
    return in_background([&source, pcm] { source.song(pcm); });
  }
  /// Until all of it has been said.
  void join() { threads_.clear(); }

  std::string image() const { return (folder / "album.cue").string(); }
  std::string cue() const {
    return sheet_tied_to(folder / "album.bin", folder / "album.cue");
  }
  std::string audio() const { return contents(folder / "album.bin"); }

 private:
  GstElement *album_;
  Messages messages_;
  std::list<TrackSource> sources_;
  std::list<std::jthread> threads_;
};

}  // namespace redbook::test
