/**
 * SECTION:element-redbookbin
 * @title: redbookbin
 *
 * redbooksink for any raw audio: what a disc cannot hold as it is, is mixed to stereo,
 * resampled in floating point and dithered once. 16-bit stereo at 44.1 kHz arrives bit
 * for bit. All properties, action signals and messages are those of redbooksink.
 *
 * ## Example launch line
 * |[
 * gst-launch-1.0 filesrc location=hires.flac ! decodebin ! redbookbin location=album.cue
 * ]|
 * |[
 * gst-play-1.0 --gapless --audiosink="redbookbin location=album.cue" 01.flac 02.mp3
 * 03.ogg
 * ]|
 * A playlist of what there is becomes one disc.
 */
#include "bin/gstredbookbin.hpp"

#include <gst/audio/audio.h>
#include <gst/audio/streamvolume.h>

#include "bin/conversion.hpp"
#include "bin/input.hpp"
#include "sink/gstredbooksink.hpp"
#include "util/log.hpp"
#include "util/mirror.hpp"

struct _GstRedbookBin {
  GstBin parent;
  GstElement *sink;
  redbook::Conversion *conversion;
  redbook::Input *input;
};

#define IMPLEMENT(type) G_IMPLEMENT_INTERFACE(type, nullptr)

G_DEFINE_TYPE_WITH_CODE(GstRedbookBin, gst_redbook_bin, GST_TYPE_BIN,
                        IMPLEMENT(GST_TYPE_TAG_SETTER) IMPLEMENT(GST_TYPE_TOC_SETTER)
                            IMPLEMENT(GST_TYPE_STREAM_VOLUME))
GST_ELEMENT_REGISTER_DEFINE(redbookbin, "redbookbin", GST_RANK_NONE, GST_TYPE_REDBOOK_BIN)

static GstStaticPadTemplate sink_template = GST_STATIC_PAD_TEMPLATE(
    "sink", GST_PAD_SINK, GST_PAD_ALWAYS,
    GST_STATIC_CAPS(GST_AUDIO_CAPS_MAKE(
        GST_AUDIO_FORMATS_ALL) ", layout=(string){ interleaved, non-interleaved }"));

namespace {

enum Id : guint { resample_quality = 1, first_of_sink };

redbook::Conversion &conversion_of(gpointer object) {
  return *GST_REDBOOK_BIN(object)->conversion;
}

GObject *sink_of(GObject *object) { return G_OBJECT(GST_REDBOOK_BIN(object)->sink); }

void set_property(GObject *object, guint id, const GValue *value, GParamSpec *spec) {
  if (id == resample_quality)
    return conversion_of(object).set_quality(g_value_get_int(value));
  redbook::set_mirrored(sink_of(object), value, spec);
}

void get_property(GObject *object, guint id, GValue *value, GParamSpec *spec) {
  if (id == resample_quality)
    return g_value_set_int(value, conversion_of(object).quality());
  redbook::get_mirrored(sink_of(object), value, spec);
}

void install_properties(GObjectClass *klass) {
  klass->set_property = set_property;
  klass->get_property = get_property;
  g_object_class_install_property(
      klass, resample_quality,
      g_param_spec_int("resample-quality", "resample-quality",
                       "Quality of the conversion to 44.1 kHz: 10 is the best, 0 the "
                       "fastest",
                       0, 10, 10,
                       GParamFlags(G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                   GST_PARAM_MUTABLE_READY)));
  redbook::install_mirror(klass, GST_TYPE_REDBOOK_SINK, first_of_sink, sink_of);
}

gboolean is_complete(GstElement *bin) {
  const auto &missing = conversion_of(bin).missing();
  if (missing.empty()) return TRUE;
  GST_ELEMENT_ERROR(bin, CORE, MISSING_PLUGIN,
                    ("GStreamer's element %s is not installed.", missing.c_str()),
                    ("it converts what a disc cannot hold as it is"));
  return FALSE;
}

GstStateChangeReturn change_state(GstElement *element, GstStateChange transition) {
  if (transition == GST_STATE_CHANGE_NULL_TO_READY && !is_complete(element))
    return GST_STATE_CHANGE_FAILURE;
  const auto result =
      GST_ELEMENT_CLASS(gst_redbook_bin_parent_class)->change_state(element, transition);
  if (transition == GST_STATE_CHANGE_PAUSED_TO_READY) {
    gst_tag_setter_reset_tags(GST_TAG_SETTER(element));
    gst_toc_setter_reset(GST_TOC_SETTER(element));
  }
  return result;
}

void finalize(GObject *object) {
  auto *self = GST_REDBOOK_BIN(object);
  delete self->input;
  delete self->conversion;
  gst_object_unref(self->sink);
  G_OBJECT_CLASS(gst_redbook_bin_parent_class)->finalize(object);
}

void describe(GstElementClass *klass) {
  gst_element_class_add_static_pad_template(klass, &sink_template);
  gst_element_class_set_static_metadata(
      klass, "Audio CD recorder for any raw audio", "Sink/File/Audio",
      "Makes an audio CD, as redbooksink does, of any raw audio: mixed to stereo, "
      "resampled and dithered once, or bit for bit where the disc can hold it",
      "The redbooksink authors");
}

}  // namespace

static void gst_redbook_bin_class_init(GstRedbookBinClass *klass) {
  auto *object_class = G_OBJECT_CLASS(klass);
  object_class->finalize = finalize;
  install_properties(object_class);
  describe(GST_ELEMENT_CLASS(klass));
  GST_ELEMENT_CLASS(klass)->change_state = change_state;
}

static void gst_redbook_bin_init(GstRedbookBin *self) {
  auto *bin = GST_BIN(self);
  self->sink = GST_ELEMENT(
      g_object_ref_sink(g_object_new(GST_TYPE_REDBOOK_SINK, "name", "sink", nullptr)));
  gst_bin_add(bin, self->sink);
  self->conversion = new redbook::Conversion{bin, self->sink};
  redbook::forward_notifications(G_OBJECT(self->sink), G_OBJECT(self));
  self->input = new redbook::Input{GST_ELEMENT(self), self->sink, *self->conversion};
}
