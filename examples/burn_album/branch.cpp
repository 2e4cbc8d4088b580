#include "branch.hpp"

#include <gst/audio/audio.h>

#include "failure.hpp"
#include "owned.hpp"
#include "units.hpp"

namespace burn_album {
namespace {

/// Audio of the disc's own rate stays in integers, and is dithered once where it has more
/// bits than 16. Any other is resampled in floating point before that.
OwnedCaps caps_before_resampling(GstPad *decoded) {
  const OwnedCaps caps{gst_pad_get_current_caps(decoded)};
  GstAudioInfo audio;
  const bool known = caps && gst_audio_info_from_caps(&audio, caps.get());
  if (known && audio.rate == redbook::samples_per_second)
    return OwnedCaps{gst_caps_new_any()};
  return OwnedCaps{gst_caps_new_simple("audio/x-raw", "format", G_TYPE_STRING,
                                       GST_AUDIO_NE(F32), nullptr)};
}

/// More than two channels become two only if it is known where each one belongs.
void check_channels(GstPad *decoded, GstElement *decoder) {
  const OwnedCaps caps{gst_pad_get_current_caps(decoded)};
  const auto *form = caps ? gst_caps_get_structure(caps.get(), 0) : nullptr;
  int channels = 0;
  guint64 mask = 0;
  if (!form || !gst_structure_get_int(form, "channels", &channels) || channels <= 2)
    return;
  gst_structure_get(form, "channel-mask", GST_TYPE_BITMASK, &mask, nullptr);
  if (mask == 0)
    GST_ELEMENT_ERROR(
        decoder, STREAM, FORMAT,
        ("it has %d channels and does not say where each belongs, so they can't become two: mix them first.",
         channels),
        (nullptr));
}

/// The first stream of audio goes onto the disc.
void link_decoded(GstElement *decoder, GstPad *pad, gpointer data) {
  auto *form = GST_ELEMENT(data);
  const OwnedPad input{gst_element_get_static_pad(form, "sink")};
  if (gst_pad_is_linked(input.get())) return;
  check_channels(pad, decoder);
  const OwnedElement bin{GST_ELEMENT(gst_object_get_parent(GST_OBJECT(form)))};
  const OwnedElement filter{gst_bin_get_by_name(GST_BIN(bin.get()), "filter")};
  g_object_set(filter.get(), "caps", caps_before_resampling(pad).get(), nullptr);
  gst_pad_link(pad, input.get());
}

GstElement *new_decoder(const std::string &uri) {
  auto *decoder = new_element("uridecodebin");
  const OwnedCaps audio{gst_caps_new_empty_simple("audio/x-raw")};
  g_object_set(decoder, "uri", uri.c_str(), "caps", audio.get(), "expose-all-streams",
               FALSE, nullptr);
  return decoder;
}

GstElement *new_converter(const char *dithering) {
  auto *converter = new_element("audioconvert");
  gst_util_set_object_arg(G_OBJECT(converter), "dithering", dithering);
  gst_util_set_object_arg(G_OBJECT(converter), "noise-shaping", "none");
  return converter;
}

}  // namespace

GstElement *new_element(const char *kind, const char *name) {
  auto *element = gst_element_factory_make(kind, name);
  if (!element)
    throw Failure{ExitCode::burn, std::string{"GStreamer has no element "} + kind +
                                      ": is its plugin installed?"};
  return element;
}

GstElement *new_branch(const Source &source, std::size_t number) {
  const auto name = "source-" + std::to_string(number);
  auto *bin = gst_bin_new(name.c_str());
  // Its decoder, which takes its time to find out what is in the file, holds up nobody.
  g_object_set(bin, "async-handling", TRUE, nullptr);
  auto *decoder = new_decoder(source.uri);
  auto *to_float = new_converter("none");
  auto *filter = new_element("capsfilter", "filter");
  auto *resampler = new_element("audioresample");
  g_object_set(resampler, "quality", 10, nullptr);
  auto *to_16_bits = new_converter("tpdf");
  gst_bin_add_many(GST_BIN(bin), decoder, to_float, filter, resampler, to_16_bits,
                   nullptr);
  gst_element_link_many(to_float, filter, resampler, to_16_bits, nullptr);
  g_signal_connect(decoder, "pad-added", G_CALLBACK(link_decoded), to_float);
  const OwnedPad end{gst_element_get_static_pad(to_16_bits, "src")};
  gst_element_add_pad(bin, gst_ghost_pad_new("src", end.get()));
  return bin;
}

}  // namespace burn_album
