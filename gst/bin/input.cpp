#include "bin/input.hpp"

#include <utility>

#include "bus/boundary.hpp"

namespace redbook {
namespace {

// A segment with this field lets out what the resampler still has, and goes no further.
constexpr const char *letting_out = "redbook-letting-out";

GstPadProbeReturn keep_from_sink(GstPad *, GstPadProbeInfo *info, gpointer) {
  const auto *structure = gst_event_get_structure(GST_PAD_PROBE_INFO_EVENT(info));
  return structure && gst_structure_has_field(structure, letting_out) ? GST_PAD_PROBE_DROP
                                                                      : GST_PAD_PROBE_OK;
}

void shield(GstElement *sink) {
  auto *pad = gst_element_get_static_pad(sink, "sink");
  gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM, keep_from_sink, nullptr,
                    nullptr);
  gst_object_unref(pad);
}

// Whatever the elements inside were last made ready for, anything may come next. Floating
// point comes first in the template, for who goes by the order.
void answer_caps(GstPad *pad, GstQuery *query) {
  GstCaps *filter = nullptr;
  gst_query_parse_caps(query, &filter);
  OwnedCaps caps{gst_pad_get_pad_template_caps(pad)};
  if (filter)
    caps.reset(gst_caps_intersect_full(filter, caps.get(), GST_CAPS_INTERSECT_FIRST));
  gst_query_set_caps_result(query, caps.get());
}

void answer_accept_caps(GstPad *pad, GstQuery *query) {
  GstCaps *caps = nullptr;
  gst_query_parse_accept_caps(query, &caps);
  const OwnedCaps all{gst_pad_get_pad_template_caps(pad)};
  gst_query_set_accept_caps_result(query, gst_caps_is_subset(caps, all.get()));
}

gboolean answer(GstPad *pad, GstObject *bin, GstQuery *query) {
  switch (GST_QUERY_TYPE(query)) {
    case GST_QUERY_CAPS: answer_caps(pad, query); return TRUE;
    case GST_QUERY_ACCEPT_CAPS: answer_accept_caps(pad, query); return TRUE;
    default: return gst_pad_query_default(pad, bin, query);
  }
}

GstPad *make_pad(GstElement *bin, const Conversion &conversion) {
  auto *templ = gst_element_get_pad_template(bin, "sink");
  auto *target = conversion.input();
  if (!target) return gst_ghost_pad_new_no_target_from_template("sink", templ);
  auto *pad = gst_ghost_pad_new_from_template("sink", target, templ);
  gst_object_unref(target);
  return pad;
}

}  // namespace

Input::Input(GstElement *bin, GstElement *sink, Conversion &conversion)
    : bin_{bin}, conversion_{conversion}, pad_{make_pad(bin, conversion)} {
  shield(sink);
  gst_pad_set_chain_function(pad_, chain);
  gst_pad_set_chain_list_function(pad_, chain_list);
  gst_pad_set_event_function(pad_, handle_event);
  gst_pad_set_query_function(pad_, answer);
  gst_element_add_pad(bin, pad_);
}

GstFlowReturn Input::chain(GstPad *pad, GstObject *bin, GstBuffer *buffer) {
  auto &self = find_input(bin);
  return self.converting_ ? self.take(OwnedBuffer{buffer})
                          : gst_proxy_pad_chain_default(pad, bin, buffer);
}

GstFlowReturn Input::chain_list(GstPad *pad, GstObject *bin, GstBufferList *list) {
  auto &self = find_input(bin);
  if (!self.converting_) return gst_proxy_pad_chain_list_default(pad, bin, list);
  auto flow = GST_FLOW_OK;
  for (guint i = 0; i < gst_buffer_list_length(list) && flow == GST_FLOW_OK; ++i)
    flow = self.take(OwnedBuffer{gst_buffer_ref(gst_buffer_list_get(list, i))});
  gst_buffer_list_unref(list);
  return flow;
}

GstFlowReturn Input::take(OwnedBuffer buffer) {
  if (aligner_.is_jump(buffer.get())) end_run();
  buffer = aligner_.take(std::move(buffer));
  return buffer ? gst_proxy_pad_chain_default(pad_, GST_OBJECT(bin_), buffer.release())
                : GST_FLOW_OK;
}

// What comes next does not join the audio so far, all of which is let out.
void Input::end_run() {
  if (aligner_.has_taken() && conversion_.resamples()) let_out();
  aligner_.interrupt();
}

void Input::let_out() {
  auto *now = gst_pad_get_sticky_event(pad_, GST_EVENT_SEGMENT, 0);
  if (!now) return;
  auto *again = gst_event_copy(now);
  gst_event_unref(now);
  gst_structure_set(gst_event_writable_structure(again), letting_out, G_TYPE_BOOLEAN,
                    TRUE, nullptr);
  gst_pad_event_default(pad_, GST_OBJECT(bin_), again);
}

void Input::take_caps(GstEvent *event) {
  end_run();
  GstCaps *caps = nullptr;
  gst_event_parse_caps(event, &caps);
  GstAudioInfo audio;
  if (!gst_audio_info_from_caps(&audio, caps)) return;
  conversion_.prepare(audio);
  aligner_.audio(audio);
  converting_ = !has_form_of_disc(audio);
}

void Input::take_segment(GstEvent *event) {
  end_run();
  const GstSegment *segment = nullptr;
  gst_event_parse_segment(event, &segment);
  aligner_.segment(*segment);
}

void Input::take_event(GstEvent *event) {
  switch (GST_EVENT_TYPE(event)) {
    case GST_EVENT_CAPS: return take_caps(event);
    case GST_EVENT_SEGMENT: return take_segment(event);
    case GST_EVENT_STREAM_START:
    case GST_EVENT_GAP:
    case GST_EVENT_EOS: return end_run();
    case GST_EVENT_FLUSH_STOP: return aligner_.interrupt();
    default: return;
  }
}

gboolean Input::handle_event(GstPad *pad, GstObject *bin, GstEvent *event) {
  auto &self = find_input(bin);
  if (guarded(self.bin_, "converting", [&] { self.take_event(event); }))
    return gst_pad_event_default(pad, bin, event);
  gst_event_unref(event);
  return FALSE;
}

}  // namespace redbook
