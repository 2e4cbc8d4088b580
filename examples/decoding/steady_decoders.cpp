#include "steady_decoders.hpp"

#include <gst/gst.h>

#include <array>
#include <memory>
#include <string>

namespace decoding {
namespace {

/// Those of Debian 12 that pull, and whose pad is always there.
constexpr std::array<const char *, 7> hasty_decoders{
    "aiffparse",  "gmedec", "modplug",    "musepackdec",
    "openmptdec", "sfdec",  "wildmididec"};

struct Unref {
  void operator()(gpointer object) const { gst_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

struct SteadyDecoder {
  GstBin bin;
};
struct SteadyDecoderClass {
  GstBinClass bin_class;
  const char *inside;  ///< the name of the element in it
};

gboolean copy_event(GstPad *, GstEvent **event, gpointer shown) {
  gst_pad_store_sticky_event(GST_PAD(shown), *event);
  return TRUE;
}

GstPad *new_shown_pad(GstElement *decoder, GstPad *source) {
  auto *form = gst_element_class_get_pad_template(GST_ELEMENT_GET_CLASS(decoder), "src");
  auto *shown = gst_ghost_pad_new_from_template("src", source, form);
  gst_pad_set_active(shown, TRUE);
  gst_pad_sticky_events_foreach(source, copy_event, shown);
  return shown;
}

/// A decodebin holds this lock while it gets to know the element.
void wait_until_known(GstElement *decoder) {
  const Owned<GstPad> sink{gst_element_get_static_pad(decoder, "sink")};
  GST_PAD_STREAM_LOCK(sink.get());
  GST_PAD_STREAM_UNLOCK(sink.get());
}

/// The first audio is about to be pushed, or there is none.
GstPadProbeReturn show(GstPad *source, GstPadProbeInfo *info, gpointer data) {
  const bool is_event =
      (GST_PAD_PROBE_INFO_TYPE(info) & GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM) != 0;
  if (is_event && GST_EVENT_TYPE(GST_PAD_PROBE_INFO_EVENT(info)) != GST_EVENT_EOS)
    return GST_PAD_PROBE_OK;
  auto *decoder = GST_ELEMENT(data);
  wait_until_known(decoder);
  if (!is_event) gst_element_add_pad(decoder, new_shown_pad(decoder, source));
  gst_element_no_more_pads(decoder);
  return GST_PAD_PROBE_REMOVE;
}

void add_template(GstElementClass *element_class, const GstStaticPadTemplate *form,
                  GstPadPresence presence) {
  auto *caps = gst_static_pad_template_get_caps(const_cast<GstStaticPadTemplate *>(form));
  gst_element_class_add_pad_template(
      element_class,
      gst_pad_template_new(form->direction == GST_PAD_SINK ? "sink" : "src",
                           form->direction, presence, caps));
  gst_caps_unref(caps);
}

void init_class(gpointer type_class, gpointer inside) {
  auto *element_class = GST_ELEMENT_CLASS(type_class);
  static_cast<SteadyDecoderClass *>(type_class)->inside =
      static_cast<const char *>(inside);
  const Owned<GstElementFactory> factory{
      gst_element_factory_find(static_cast<const char *>(inside))};
  for (const auto *at = gst_element_factory_get_static_pad_templates(factory.get()); at;
       at = at->next) {
    const auto *form = static_cast<const GstStaticPadTemplate *>(at->data);
    add_template(element_class, form,
                 form->direction == GST_PAD_SINK ? GST_PAD_ALWAYS : GST_PAD_SOMETIMES);
  }
  gst_element_class_set_static_metadata(
      element_class, "Steady decoder", "Codec/Demuxer/Audio",
      "Shows the pad of a decoder once there is audio", "redbooksink");
}

void init(GTypeInstance *instance, gpointer type_class) {
  auto *decoder = GST_ELEMENT(instance);
  auto *inside = gst_element_factory_make(
      static_cast<SteadyDecoderClass *>(type_class)->inside, nullptr);
  if (!inside) return;  // what has no pad is not taken
  gst_bin_add(GST_BIN(decoder), inside);
  const Owned<GstPad> sink{gst_element_get_static_pad(inside, "sink")};
  auto *form = gst_element_class_get_pad_template(GST_ELEMENT_CLASS(type_class), "sink");
  gst_element_add_pad(decoder, gst_ghost_pad_new_from_template("sink", sink.get(), form));
  const Owned<GstPad> source{gst_element_get_static_pad(inside, "src")};
  gst_pad_add_probe(source.get(), GstPadProbeType(GST_PAD_PROBE_TYPE_DATA_DOWNSTREAM),
                    show, decoder, nullptr);
}

void register_for(const char *inside) {
  const Owned<GstElementFactory> factory{gst_element_factory_find(inside)};
  const auto name = std::string{"steady-"} + inside;
  if (!factory || g_type_from_name(name.c_str()) != 0) return;
  GTypeInfo type{};
  type.class_size = sizeof(SteadyDecoderClass);
  type.class_init = init_class;
  type.class_data = inside;
  type.instance_size = sizeof(SteadyDecoder);
  type.instance_init = init;
  const auto rank = gst_plugin_feature_get_rank(GST_PLUGIN_FEATURE(factory.get()));
  gst_element_register(
      nullptr, name.c_str(), rank + 1,
      g_type_register_static(GST_TYPE_BIN, name.c_str(), &type, GTypeFlags{}));
}

}  // namespace

void register_steady_decoders() {
  for (const auto *decoder : hasty_decoders) register_for(decoder);
}

}  // namespace decoding
