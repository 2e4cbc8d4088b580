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
 *
 * Since: 0.1
 */
#include "bin/gstredbookbin.hpp"

#include <gst/audio/audio.h>

#include "bin/conversion.hpp"
#include "bin/input.hpp"
#include "metadata/application.hpp"
#include "sink/gstredbooksink.hpp"
#include "util/log.hpp"
#include "util/mirror.hpp"

struct _GstRedbookBin {
  GstBin parent;
  GstElement *sink;
  redbook::Conversion *conversion;
  redbook::Input *input;
};

G_DEFINE_TYPE_WITH_CODE(GstRedbookBin, gst_redbook_bin, GST_TYPE_BIN,
                        GST_REDBOOK_SINK_INTERFACES)
GST_ELEMENT_REGISTER_DEFINE(redbookbin, "redbookbin", GST_RANK_NONE, GST_TYPE_REDBOOK_BIN)

static GstStaticPadTemplate bin_sink_template = GST_STATIC_PAD_TEMPLATE(
    "sink", GST_PAD_SINK, GST_PAD_ALWAYS,
    GST_STATIC_CAPS(GST_AUDIO_CAPS_MAKE(
        GST_AUDIO_FORMATS_ALL) ", layout=(string){ interleaved, non-interleaved }"));

namespace {

enum BinProperty : guint { resample_quality = 1, bin_mirror_first };

redbook::Conversion &conversion_of(gpointer object) {
  return *GST_REDBOOK_BIN(object)->conversion;
}

GObject *gst_redbook_bin_sink(GObject *object) {
  return G_OBJECT(GST_REDBOOK_BIN(object)->sink);
}

void gst_redbook_bin_set_property(GObject *object, guint id, const GValue *value,
                                  GParamSpec *spec) {
  if (id == resample_quality)
    return conversion_of(object).set_quality(g_value_get_int(value));
  redbook::set_mirrored(gst_redbook_bin_sink(object), value, spec);
}

void gst_redbook_bin_get_property(GObject *object, guint id, GValue *value,
                                  GParamSpec *spec) {
  if (id == resample_quality)
    return g_value_set_int(value, conversion_of(object).quality());
  redbook::get_mirrored(gst_redbook_bin_sink(object), value, spec);
}

void install_bin_properties(GObjectClass *klass) {
  klass->set_property = gst_redbook_bin_set_property;
  klass->get_property = gst_redbook_bin_get_property;
  g_object_class_install_property(
      klass, resample_quality,
      g_param_spec_int(
          "resample-quality", "resample-quality",
          "Quality of the conversion to 44.1 kHz: 10 is the best, 0 the fastest", 0, 10,
          10,
          GParamFlags(G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                      GST_PARAM_MUTABLE_READY)));
  redbook::install_mirror(klass, GST_TYPE_REDBOOK_SINK, bin_mirror_first,
                          gst_redbook_bin_sink);
}

gboolean is_complete(GstElement *bin) {
  const auto &missing = conversion_of(bin).missing();
  if (missing.empty()) return TRUE;
  GST_ELEMENT_ERROR(bin, CORE, MISSING_PLUGIN,
                    ("GStreamer's element %s is not installed.", missing.c_str()),
                    ("it converts what a disc cannot hold as it is"));
  return FALSE;
}

GstStateChangeReturn gst_redbook_bin_change_state(GstElement *element,
                                                  GstStateChange transition) {
  if (transition == GST_STATE_CHANGE_NULL_TO_READY && !is_complete(element))
    return GST_STATE_CHANGE_FAILURE;
  const auto result =
      GST_ELEMENT_CLASS(gst_redbook_bin_parent_class)->change_state(element, transition);
  if (transition == GST_STATE_CHANGE_PAUSED_TO_READY)
    redbook::forget_application_metadata(element);
  return result;
}

void gst_redbook_bin_finalize(GObject *object) {
  auto *self = GST_REDBOOK_BIN(object);
  delete self->input;
  delete self->conversion;
  gst_object_unref(self->sink);
  G_OBJECT_CLASS(gst_redbook_bin_parent_class)->finalize(object);
}

void describe_bin(GstElementClass *klass) {
  gst_element_class_add_static_pad_template(klass, &bin_sink_template);
  gst_element_class_set_static_metadata(
      klass, "Audio CD recorder for any raw audio", "Sink/File/Audio",
      "Makes an audio CD, as redbooksink does, of any raw audio: mixed to stereo, resampled and dithered once, or bit for bit where the disc can hold it",
      "The redbooksink authors");
}

}  // namespace

static void gst_redbook_bin_class_init(GstRedbookBinClass *klass) {
  redbook::find_input = [](GstObject *bin) -> redbook::Input & {
    return *GST_REDBOOK_BIN(bin)->input;
  };
  auto *object_class = G_OBJECT_CLASS(klass);
  object_class->finalize = gst_redbook_bin_finalize;
  install_bin_properties(object_class);
  describe_bin(GST_ELEMENT_CLASS(klass));
  GST_ELEMENT_CLASS(klass)->change_state = gst_redbook_bin_change_state;
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
