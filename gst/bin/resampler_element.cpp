#include "bin/resampler_element.hpp"

#include <gst/base/gstbasetransform.h>

#include <utility>

#include "bin/resampler.hpp"

struct GstRedbookResampler {
  GstBaseTransform parent;
  redbook::Resampler *resampler;
  int quality;
};
struct GstRedbookResamplerClass {
  GstBaseTransformClass parent;
};

G_DEFINE_TYPE(GstRedbookResampler, gst_redbook_resampler, GST_TYPE_BASE_TRANSFORM)

#define FORM \
  "audio/x-raw, channels=2, layout=interleaved, format={ S16LE, " GST_AUDIO_NE(F32) " }"
static GstStaticPadTemplate resampler_sink_template = GST_STATIC_PAD_TEMPLATE(
    "sink", GST_PAD_SINK, GST_PAD_ALWAYS, GST_STATIC_CAPS(FORM ", rate=[ 1, max ]"));
static GstStaticPadTemplate resampler_src_template = GST_STATIC_PAD_TEMPLATE(
    "src", GST_PAD_SRC, GST_PAD_ALWAYS, GST_STATIC_CAPS(FORM ", rate=44100"));

namespace {

GstRedbookResampler *self_of(gpointer object) {
  return static_cast<GstRedbookResampler *>(object);
}

void forget(GstRedbookResampler *self) {
  delete self->resampler;
  self->resampler = nullptr;
}

GstCaps *gst_redbook_resampler_transform_caps(GstBaseTransform *, GstPadDirection from,
                                              GstCaps *caps, GstCaps *filter) {
  auto *result = gst_caps_copy(caps);
  if (from == GST_PAD_SINK)
    gst_caps_set_simple(result, "rate", G_TYPE_INT, 44100, nullptr);
  else
    gst_caps_set_simple(result, "rate", GST_TYPE_INT_RANGE, 1, G_MAXINT, nullptr);
  if (!filter) return result;
  auto *filtered = gst_caps_intersect_full(filter, result, GST_CAPS_INTERSECT_FIRST);
  gst_caps_unref(result);
  return filtered;
}

gboolean gst_redbook_resampler_set_caps(GstBaseTransform *base, GstCaps *in, GstCaps *) {
  auto *self = self_of(base);
  GstAudioInfo audio;
  if (!gst_audio_info_from_caps(&audio, in)) return FALSE;
  if (self->resampler && self->resampler->rate() == audio.rate) return TRUE;
  forget(self);
  if (audio.rate != redbook::Resampler::disc_rate)
    self->resampler = new redbook::Resampler{audio.rate, self->quality};
  gst_base_transform_set_passthrough(base, self->resampler == nullptr);
  return TRUE;
}

GstFlowReturn gst_redbook_resampler_generate_output(GstBaseTransform *base,
                                                    GstBuffer **output) {
  auto *self = self_of(base);
  if (!self->resampler)
    return GST_BASE_TRANSFORM_CLASS(gst_redbook_resampler_parent_class)
        ->generate_output(base, output);
  *output = nullptr;
  if (!base->queued_buf) return GST_FLOW_OK;
  const redbook::OwnedBuffer input{std::exchange(base->queued_buf, nullptr)};
  *output = self->resampler->take(input.get()).release();
  return GST_FLOW_OK;
}

void let_out(GstBaseTransform *base) {
  if (auto *resampler = self_of(base)->resampler)
    if (auto rest = resampler->finish())
      gst_pad_push(GST_BASE_TRANSFORM_SRC_PAD(base), rest.release());
}

gboolean gst_redbook_resampler_sink_event(GstBaseTransform *base, GstEvent *event) {
  if (GST_EVENT_TYPE(event) == GST_EVENT_SEGMENT) let_out(base);
  if (GST_EVENT_TYPE(event) == GST_EVENT_FLUSH_STOP && self_of(base)->resampler)
    self_of(base)->resampler->reset();
  return GST_BASE_TRANSFORM_CLASS(gst_redbook_resampler_parent_class)
      ->sink_event(base, event);
}

gboolean gst_redbook_resampler_stop(GstBaseTransform *base) {
  forget(self_of(base));
  return TRUE;
}

void gst_redbook_resampler_set_property(GObject *object, guint, const GValue *value,
                                        GParamSpec *) {
  self_of(object)->quality = g_value_get_int(value);
}

void gst_redbook_resampler_get_property(GObject *object, guint, GValue *value,
                                        GParamSpec *) {
  g_value_set_int(value, self_of(object)->quality);
}

}  // namespace

static void gst_redbook_resampler_class_init(GstRedbookResamplerClass *klass) {
  auto *object_class = G_OBJECT_CLASS(klass);
  auto *element_class = GST_ELEMENT_CLASS(klass);
  auto *base_class = GST_BASE_TRANSFORM_CLASS(klass);
  object_class->set_property = gst_redbook_resampler_set_property;
  object_class->get_property = gst_redbook_resampler_get_property;
  g_object_class_install_property(
      object_class, 1,
      g_param_spec_int(
          "quality", "quality", "10 is the best, 0 the fastest", 0, 10, 10,
          GParamFlags(G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS)));
  gst_element_class_add_static_pad_template(element_class, &resampler_sink_template);
  gst_element_class_add_static_pad_template(element_class, &resampler_src_template);
  gst_element_class_set_static_metadata(
      element_class, "Resampler of redbookbin", "Filter/Converter/Audio",
      "Makes 44.1 kHz of any rate", "The redbooksink authors");
  base_class->transform_caps = gst_redbook_resampler_transform_caps;
  base_class->set_caps = gst_redbook_resampler_set_caps;
  base_class->generate_output = gst_redbook_resampler_generate_output;
  base_class->sink_event = gst_redbook_resampler_sink_event;
  base_class->stop = gst_redbook_resampler_stop;
}

static void gst_redbook_resampler_init(GstRedbookResampler *) {}
