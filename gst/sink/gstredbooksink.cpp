/**
 * SECTION:element-redbooksink
 * @title: redbooksink
 *
 * Makes an audio CD of the music it gets. Each stream becomes a track; so does each entry
 * of a stream's table of contents. The audio is staged on the disk and burned at EOS.
 *
 * ## Example launch line
 * |[
 * gst-launch-1.0 concat name=c ! redbooksink location=album.cue \
 *   filesrc location=01.flac ! flacparse ! flacdec ! audioconvert ! audioresample ! c. \
 *   filesrc location=02.flac ! flacparse ! flacdec ! audioconvert ! audioresample ! c.
 * ]|
 * Two files become a BIN/CUE image with two tracks.
 *
 * Since: 0.1
 */
#include "sink/gstredbooksink.hpp"

#include <gst/audio/audio.h>

#include <atomic>

#include "bus/boundary.hpp"
#include "metadata/application.hpp"
#include "sink/sink.hpp"
#include "sink/sink_actions.hpp"
#include "sink/sink_properties.hpp"
#include "sink/sink_queries.hpp"
#include "util/log.hpp"

GST_DEBUG_CATEGORY(redbooksink_debug);

struct _GstRedbookSink {
  GstBaseSink parent;
  // GObject runs no constructors, but its zeroed memory is a null pointer. Atomic, so
  // that whoever finds the element sees all of it.
  std::atomic<redbook::Sink *> sink;
};

G_DEFINE_TYPE_WITH_CODE(GstRedbookSink, gst_redbook_sink, GST_TYPE_BASE_SINK,
                        GST_REDBOOK_SINK_INTERFACES)
GST_ELEMENT_REGISTER_DEFINE(redbooksink, "redbooksink", GST_RANK_NONE,
                            GST_TYPE_REDBOOK_SINK)

static GstStaticPadTemplate sink_template = GST_STATIC_PAD_TEMPLATE(
    "sink", GST_PAD_SINK, GST_PAD_ALWAYS, GST_STATIC_CAPS(GST_REDBOOK_SINK_CAPS));

namespace {

using redbook::guarded;
using redbook::Outbox;
using redbook::Recording;
using redbook::Stager;

// Without a look at the type: it is done for every buffer.
redbook::Sink &sink_of(gpointer object) {
  return *static_cast<GstRedbookSink *>(object)->sink;
}

void take_duration(GstBaseSink *base, Recording &recording) {
  gint64 duration = -1;
  gst_pad_peer_query_duration(GST_BASE_SINK_PAD(base), GST_FORMAT_TIME, &duration);
  recording.announced_duration(duration >= 0 ? std::optional{GstClockTime(duration)}
                                             : std::nullopt);
}

GstFlowReturn gst_redbook_sink_render(GstBaseSink *base, GstBuffer *buffer) {
  const auto recording = sink_of(base).recording();
  if (!recording) return GST_FLOW_FLUSHING;
  if (const auto flow = recording->wait_for_burn(); flow != GST_FLOW_OK) return flow;
  if (recording->wants_announced_duration()) take_duration(base, *recording);
  const bool staged = guarded(GST_ELEMENT_CAST(base), "staging", [&] {
    recording->stage(
        [buffer](Stager &stager, Outbox &outbox) { stager.audio(buffer, outbox); });
  });
  return staged ? GST_FLOW_OK : GST_FLOW_ERROR;
}

void stage_stream_start(Stager &stager, GstEvent *event, Outbox &outbox) {
  guint group_id = 0;
  const bool known = gst_event_parse_group_id(event, &group_id);
  stager.stream_start(known ? std::optional{group_id} : std::nullopt, outbox);
}

void stage_segment(Stager &stager, GstEvent *event, Outbox &) {
  const GstSegment *segment = nullptr;
  gst_event_parse_segment(event, &segment);
  stager.segment(*segment);
}

void stage_tags(Stager &stager, GstEvent *event, Outbox &) {
  GstTagList *tags = nullptr;
  gst_event_parse_tag(event, &tags);
  stager.tags(tags);
}

void stage_toc(Stager &stager, GstEvent *event, Outbox &outbox) {
  GstToc *toc = nullptr;
  gst_event_parse_toc(event, &toc, nullptr);
  const redbook::OwnedToc owned{toc};
  stager.toc(toc, outbox);
}

void stage_gap(Stager &stager, GstEvent *event, Outbox &outbox) {
  GstClockTime time = GST_CLOCK_TIME_NONE;
  GstClockTime duration = GST_CLOCK_TIME_NONE;
  gst_event_parse_gap(event, &time, &duration);
  stager.silence(time, duration, outbox);
}

using Stage = void (*)(Stager &, GstEvent *, Outbox &);

Stage stage_for(GstEventType type) {
  switch (type) {
    case GST_EVENT_STREAM_START: return stage_stream_start;
    case GST_EVENT_SEGMENT: return stage_segment;
    case GST_EVENT_TAG: return stage_tags;
    case GST_EVENT_TOC: return stage_toc;
    case GST_EVENT_GAP: return stage_gap;
    default: return nullptr;
  }
}

void take_event(Recording &recording, GstEvent *event) {
  const auto type = GST_EVENT_TYPE(event);
  if (type == GST_EVENT_FLUSH_STOP) return recording.flush();
  if (type == GST_EVENT_GAP && recording.wait_for_burn() != GST_FLOW_OK) return;
  if (const auto stage = stage_for(type))
    recording.stage(
        [&](Stager &stager, Outbox &outbox) { stage(stager, event, outbox); });
}

gboolean gst_redbook_sink_event(GstBaseSink *base, GstEvent *event) {
  const auto recording = sink_of(base).recording();
  const bool taken = !recording || guarded(GST_ELEMENT(base), "staging",
                                           [&] { take_event(*recording, event); });
  if (taken)
    return GST_BASE_SINK_CLASS(gst_redbook_sink_parent_class)->event(base, event);
  gst_event_unref(event);
  return FALSE;
}

GstFlowReturn gst_redbook_sink_wait_event(GstBaseSink *base, GstEvent *event) {
  const auto flow =
      GST_BASE_SINK_CLASS(gst_redbook_sink_parent_class)->wait_event(base, event);
  if (flow != GST_FLOW_OK || GST_EVENT_TYPE(event) != GST_EVENT_EOS) return flow;
  const auto recording = sink_of(base).recording();
  return recording ? recording->end_of_music() : GST_FLOW_OK;
}

gboolean gst_redbook_sink_unlock(GstBaseSink *base) {
  sink_of(base).waiter().interrupt();
  return TRUE;
}

gboolean gst_redbook_sink_unlock_stop(GstBaseSink *base) {
  sink_of(base).waiter().resume();
  return TRUE;
}

// Asked by the peer of the pad ...
gboolean gst_redbook_sink_query(GstBaseSink *base, GstQuery *query) {
  const auto recording = sink_of(base).recording();
  if (redbook::answer(query, recording.get())) return TRUE;
  return GST_BASE_SINK_CLASS(gst_redbook_sink_parent_class)->query(base, query);
}

// ... and by the application.
gboolean gst_redbook_sink_element_query(GstElement *element, GstQuery *query) {
  const auto recording = sink_of(element).recording();
  if (redbook::answer(query, recording.get())) return TRUE;
  return GST_ELEMENT_CLASS(gst_redbook_sink_parent_class)->query(element, query);
}

void end_recording(GstElement *element) {
  sink_of(element).end();
  redbook::forget_application_metadata(element);
}

// The base class has called the streaming thread back already, perhaps too early for it
// to see that the pause is over.
void end_pause(GstElement *element) {
  auto &waiter = sink_of(element).waiter();
  if (!waiter.paused()) return;
  auto *base = GST_BASE_SINK(element);
  GST_BASE_SINK_PREROLL_LOCK(base);
  waiter.set_paused(false);
  GST_BASE_SINK_PREROLL_SIGNAL(base);
  GST_BASE_SINK_PREROLL_UNLOCK(base);
}

GstStateChangeReturn gst_redbook_sink_change_state(GstElement *element,
                                                   GstStateChange transition) {
  const auto begin = [&] { sink_of(element).begin(); };
  if (transition == GST_STATE_CHANGE_READY_TO_PAUSED &&
      !guarded(element, "opening", begin))
    return GST_STATE_CHANGE_FAILURE;
  if (transition == GST_STATE_CHANGE_PLAYING_TO_PAUSED)
    sink_of(element).waiter().set_paused(true);
  const auto result =
      GST_ELEMENT_CLASS(gst_redbook_sink_parent_class)->change_state(element, transition);
  if (transition != GST_STATE_CHANGE_PLAYING_TO_PAUSED) end_pause(element);
  const bool failed = result == GST_STATE_CHANGE_FAILURE &&
                      transition == GST_STATE_CHANGE_READY_TO_PAUSED;
  if (failed || transition == GST_STATE_CHANGE_PAUSED_TO_READY) end_recording(element);
  if (transition == GST_STATE_CHANGE_READY_TO_NULL) sink_of(element).leave_drive();
  return result;
}

void gst_redbook_sink_finalize(GObject *object) {
  delete GST_REDBOOK_SINK(object)->sink.exchange(nullptr);
  G_OBJECT_CLASS(gst_redbook_sink_parent_class)->finalize(object);
}

void describe_sink(GstElementClass *klass) {
  gst_element_class_add_static_pad_template(klass, &sink_template);
  gst_element_class_set_static_metadata(
      klass, "Audio CD recorder", "Sink/File/Audio",
      "Makes an audio CD: each stream a track, staged and burned at EOS, on a drive or as an image",
      "The redbooksink authors");
}

}  // namespace

static void gst_redbook_sink_class_init(GstRedbookSinkClass *klass) {
  auto *object_class = G_OBJECT_CLASS(klass);
  auto *element_class = GST_ELEMENT_CLASS(klass);
  auto *base_class = GST_BASE_SINK_CLASS(klass);
  GST_DEBUG_CATEGORY_INIT(redbooksink_debug, "redbooksink", 0, "Audio CD recorder");

  object_class->finalize = gst_redbook_sink_finalize;
  redbook::find_sink = [](GObject *object) -> redbook::Sink & { return sink_of(object); };
  redbook::install_properties(object_class);
  redbook::install_actions(object_class);
  describe_sink(element_class);

  element_class->change_state = gst_redbook_sink_change_state;
  element_class->query = gst_redbook_sink_element_query;
  base_class->render = gst_redbook_sink_render;
  base_class->event = gst_redbook_sink_event;
  base_class->wait_event = gst_redbook_sink_wait_event;
  base_class->unlock = gst_redbook_sink_unlock;
  base_class->unlock_stop = gst_redbook_sink_unlock_stop;
  base_class->query = gst_redbook_sink_query;
}

static void gst_redbook_sink_init(GstRedbookSink *self) {
  self->sink = new redbook::Sink{GST_BASE_SINK(self)};
  gst_base_sink_set_sync(GST_BASE_SINK(self), FALSE);
  gst_base_sink_set_last_sample_enabled(GST_BASE_SINK(self), FALSE);
}
