/// What plays into redbooksink.
#pragma once

#include <gst/check/gstcheck.h>
#undef fail  // libcheck's macro; the standard library has members of that name

#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "message_log.hpp"
#include "support.hpp"
#include "tied_sheet.hpp"

namespace redbook::test {

inline constexpr auto four_seconds = Blocks{300};

/// An entry of a table of contents; times in seconds.
struct Entry {
  GstTocEntryType type = GST_TOC_ENTRY_TYPE_TRACK;
  std::string title;
  double start = -1;
  double stop = -1;
  std::vector<Entry> sub_entries;
};

inline gint64 nanoseconds(double seconds) {
  return static_cast<gint64>(seconds * GST_SECOND + 0.5);
}

inline GstTocEntry *make_entry(const Entry &entry, int number) {
  auto *made = gst_toc_entry_new(entry.type, std::to_string(number).c_str());
  if (entry.start >= 0)
    gst_toc_entry_set_start_stop_times(
        made, nanoseconds(entry.start),
        entry.stop >= 0 ? nanoseconds(entry.stop) : gint64{-1});
  if (!entry.title.empty())
    gst_toc_entry_set_tags(made,
                           gst_tag_list_new(GST_TAG_TITLE, entry.title.c_str(), nullptr));
  int sub_number = number * 100;
  for (const auto &sub : entry.sub_entries)
    gst_toc_entry_append_sub_entry(made, make_entry(sub, ++sub_number));
  return made;
}

inline GstToc *make_toc(const std::vector<Entry> &entries) {
  auto *toc = gst_toc_new(GST_TOC_SCOPE_GLOBAL);
  int number = 0;
  for (const auto &entry : entries)
    gst_toc_append_entry(toc, make_entry(entry, ++number));
  return toc;
}

/// `count` tracks, each of `seconds`.
inline std::vector<Entry> equal_tracks(int count, double seconds) {
  std::vector<Entry> entries;
  for (int i = 0; i < count; ++i)
    entries.push_back({GST_TOC_ENTRY_TYPE_TRACK,
                       "T" + std::to_string(i + 1),
                       i * seconds,
                       (i + 1) * seconds,
                       {}});
  return entries;
}

inline const char *caps_text =
    "audio/x-raw, format=S16LE, rate=44100, channels=2, layout=interleaved";

/// redbooksink, or redbookbin, a folder for its image, and what plays into it.
class Player {
 public:
  explicit Player(const char *element = "redbooksink")
      : sink_{gst_element_factory_make(element, nullptr)}, messages_{sink_} {
    fail_unless(sink_ != nullptr, "the plugin is not found");
    gst_object_ref_sink(sink_);
    pad_ = gst_pad_new("src", GST_PAD_SRC);
    g_object_set_data(G_OBJECT(pad_), "player", this);
    gst_pad_set_query_function(pad_, answer);
    gst_pad_set_active(pad_, TRUE);
    auto *sink_pad = gst_element_get_static_pad(sink_, "sink");
    fail_unless_equals_int(gst_pad_link(pad_, sink_pad), GST_PAD_LINK_OK);
    gst_object_unref(sink_pad);
    set("location", image());
    set("settle-time", "0");
    set("cd-text", "false");  // its tests set it; the others compare sheets whole
  }
  ~Player() {
    set_state(GST_STATE_NULL);
    gst_pad_set_active(pad_, FALSE);
    gst_object_unref(pad_);
    gst_object_unref(sink_);
  }
  Player(const Player &) = delete;
  Player &operator=(const Player &) = delete;

  GstElement *sink() const { return sink_; }
  GstPad *pad() const { return pad_; }
  Messages &messages() { return messages_; }
  const Messages &messages() const { return messages_; }
  TempDir folder;

  // Settings and state.

  Player &set(const char *property, const std::string &value) {
    gst_util_set_object_arg(G_OBJECT(sink_), property, value.c_str());
    return *this;
  }
  guint number(const char *property) const {
    guint value = 0;
    g_object_get(sink_, property, &value, nullptr);
    return value;
  }
  /// Emits an action signal and tells the result's nick.
  template <typename... Arguments>
  std::string act(const char *action, Arguments... arguments) const {
    static auto *const results =
        static_cast<GEnumClass *>(g_type_class_ref(g_type_from_name("GstRedbookResult")));
    gint result = -1;
    g_signal_emit_by_name(sink_, action, arguments..., &result);
    return g_enum_get_value(results, result)->value_nick;
  }
  GstStateChangeReturn set_state(GstState state) {
    return gst_element_set_state(sink_, state);
  }
  /// Plays; the caps are told with the first stream.
  Player &play() {
    fail_unless(set_state(GST_STATE_PLAYING) != GST_STATE_CHANGE_FAILURE);
    return *this;
  }
  /// After READY: forgets what it told the sink.
  void rewind() {
    gst_pad_set_active(pad_, FALSE);
    gst_pad_set_active(pad_, TRUE);
    caps_told_ = false;
    next_sample_ = 0;
  }

  // Events.

  gboolean push(GstEvent *event) { return gst_pad_push_event(pad_, event); }
  gboolean stream_start(const std::string &id, std::optional<guint> group) {
    auto *event = gst_event_new_stream_start(id.c_str());
    if (group) gst_event_set_group_id(event, *group);
    return push(event);
  }
  gboolean caps(const std::string &text = caps_text) {
    auto *caps = gst_caps_from_string(text.c_str());
    const auto taken = push(gst_event_new_caps(caps));
    gst_caps_unref(caps);
    caps_told_ = true;
    return taken;
  }
  gboolean segment(GstClockTime start = 0, GstClockTime stop = GST_CLOCK_TIME_NONE,
                   double rate = 1.0) {
    GstSegment segment;
    gst_segment_init(&segment, GST_FORMAT_TIME);
    segment.rate = rate;
    segment.start = segment.time = segment.position = start;
    segment.stop = stop;
    time_ = start;
    return push(gst_event_new_segment(&segment));
  }
  /// A stream with everything before its first buffer; by default of a new group.
  Player &stream(const std::string &id, std::optional<guint> group) {
    stream_start(id, group);
    if (!caps_told_) caps();
    segment();
    return *this;
  }
  Player &stream() {
    const auto group = ++group_;
    return stream("stream-" + std::to_string(group), group);
  }
  Player &tag(const char *name, const std::string &value) {
    push(gst_event_new_tag(gst_tag_list_new(name, value.c_str(), nullptr)));
    return *this;
  }
  Player &gapless(bool value) {
    push(gst_event_new_tag(
        gst_tag_list_new("redbook-gapless", value ? TRUE : FALSE, nullptr)));
    return *this;
  }
  Player &toc(const std::vector<Entry> &entries) {
    auto *toc = make_toc(entries);
    push(gst_event_new_toc(toc, FALSE));
    gst_toc_unref(toc);
    return *this;
  }
  gboolean eos() { return push(gst_event_new_eos()); }
  /// The event waits for the burn.
  std::jthread eos_in_background() {
    return std::jthread{[this] { eos(); }};
  }
  /// As for a seek. The sink plays again then, as a pipeline would have it.
  void flush() {
    push(gst_event_new_flush_start());
    push(gst_event_new_flush_stop(TRUE));
    play();
  }

  // Audio.

  static GstBuffer *buffer_of(const Pcm &pcm, GstClockTime time = GST_CLOCK_TIME_NONE) {
    auto *buffer = gst_buffer_new_allocate(nullptr, pcm.size(), nullptr);
    gst_buffer_fill(buffer, 0, pcm.data(), pcm.size());
    GST_BUFFER_PTS(buffer) = time;
    return buffer;
  }
  GstFlowReturn push(GstBuffer *buffer) { return gst_pad_push(pad_, buffer); }
  GstFlowReturn push(const Pcm &pcm, GstClockTime time = GST_CLOCK_TIME_NONE) {
    return gst_pad_push(pad_, buffer_of(pcm, time));
  }
  /// Counting audio that goes on where the last one ended, with the right time.
  GstFlowReturn try_audio(std::int64_t bytes) {
    const auto pcm = counting_audio(bytes, next_sample_);
    const auto time = time_;
    next_sample_ += bytes / bytes_per_sample;
    time_ += gst_util_uint64_scale(static_cast<guint64>(bytes), GST_SECOND, 44100 * 4);
    return push(pcm, time);
  }
  Player &audio(std::int64_t bytes) {
    fail_unless_equals_int(try_audio(bytes), GST_FLOW_OK);
    return *this;
  }
  Player &audio(Blocks length) { return audio(length.bytes()); }
  /// A whole stream.
  Player &song(Blocks length = four_seconds) { return stream().audio(length); }
  /// Where the source thinks it is.
  GstClockTime time() const { return time_; }
  void skip(GstClockTimeDiff jump) { time_ += static_cast<GstClockTime>(jump); }
  /// How long the source says the stream is; nothing by default.
  void announce(GstClockTime duration) { duration_ = duration; }

  // What comes out.

  std::string image() const { return (folder / "album.cue").string(); }
  std::string cue() const {
    return sheet_tied_to(folder / "album.bin", folder / "album.cue");
  }
  std::string audio() const { return contents(folder / "album.bin"); }

 private:
  static gboolean answer(GstPad *pad, GstObject *parent, GstQuery *query) {
    auto *player = static_cast<Player *>(g_object_get_data(G_OBJECT(pad), "player"));
    if (GST_QUERY_TYPE(query) != GST_QUERY_DURATION)
      return gst_pad_query_default(pad, parent, query);
    if (player->duration_ == GST_CLOCK_TIME_NONE) return FALSE;
    gst_query_set_duration(query, GST_FORMAT_TIME,
                           static_cast<gint64>(player->duration_));
    return TRUE;
  }

  GstElement *sink_;
  Messages messages_;
  GstPad *pad_ = nullptr;
  bool caps_told_ = false;
  guint group_ = 100;
  std::int64_t next_sample_ = 0;
  GstClockTime time_ = 0;
  GstClockTime duration_ = GST_CLOCK_TIME_NONE;
};

}  // namespace redbook::test
