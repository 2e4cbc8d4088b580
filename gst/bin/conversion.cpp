#include "bin/conversion.hpp"

#include "bin/resampler_element.hpp"
#include "error.hpp"
#include "util/owned.hpp"

namespace redbook {
namespace {

bool is_unpositioned(const GstAudioInfo &audio) {
  return GST_AUDIO_INFO_IS_UNPOSITIONED(&audio);
}

bool is_stereo(const GstAudioInfo &audio) {
  return audio.channels == 2 &&
         (is_unpositioned(audio) ||
          (audio.position[0] == GST_AUDIO_CHANNEL_POSITION_FRONT_LEFT &&
           audio.position[1] == GST_AUDIO_CHANNEL_POSITION_FRONT_RIGHT));
}

bool is_mono(const GstAudioInfo &audio) {
  return audio.channels == 1 && audio.position[0] == GST_AUDIO_CHANNEL_POSITION_MONO;
}

OwnedCaps caps_between(const GstAudioInfo &audio) {
  const auto *format = goes_unchanged(audio) ? "S16LE" : GST_AUDIO_NE(F32);
  OwnedCaps caps{gst_caps_new_simple("audio/x-raw", "format", G_TYPE_STRING, format,
                                     "layout", G_TYPE_STRING, "interleaved", "channels",
                                     G_TYPE_INT, 2, nullptr)};
  if (!is_stereo(audio))
    gst_caps_set_simple(caps.get(), "channel-mask", GST_TYPE_BITMASK,
                        GST_AUDIO_CHANNEL_POSITION_MASK(FRONT_LEFT) |
                            GST_AUDIO_CHANNEL_POSITION_MASK(FRONT_RIGHT),
                        nullptr);
  return caps;
}

void check_positions(const GstAudioInfo &audio) {
  if (audio.channels <= 2 || !is_unpositioned(audio)) return;
  throw Error{
      Fault::layout, Result::invalid_argument,
      "The audio has " + std::to_string(audio.channels) +
          " channels, and nothing says which loudspeakers they are for: they cannot be mixed to stereo.",
      "channel-mask=0; audioconvert mix-matrix=... before redbookbin says how"};
}

}  // namespace

bool goes_unchanged(const GstAudioInfo &audio) {
  return audio.rate == Resampler::disc_rate && GST_AUDIO_INFO_IS_INTEGER(&audio) &&
         GST_AUDIO_INFO_DEPTH(&audio) <= 16 && (is_stereo(audio) || is_mono(audio));
}

bool has_form_of_disc(const GstAudioInfo &audio) {
  return goes_unchanged(audio) && is_stereo(audio) &&
         GST_AUDIO_INFO_FORMAT(&audio) == GST_AUDIO_FORMAT_S16LE &&
         audio.layout == GST_AUDIO_LAYOUT_INTERLEAVED;
}

Conversion::Conversion(GstBin *bin, GstElement *sink)
    : bin_{bin},
      to_float_{add_converter("to-float", "none")},
      between_{add(gst_element_factory_make("capsfilter", "between"), "capsfilter")},
      resampler_{GST_ELEMENT(
          g_object_new(GST_TYPE_REDBOOK_RESAMPLER, "name", "resampler", nullptr))},
      to_16_bits_{add_converter("to-16-bits", "tpdf")} {
  add(resampler_, "");
  if (missing_.empty())
    gst_element_link_many(to_float_, between_, resampler_, to_16_bits_, sink, nullptr);
}

GstElement *Conversion::add_converter(const char *name, const char *dithering) {
  auto *converter = add(gst_element_factory_make("audioconvert", name), "audioconvert");
  if (!converter) return nullptr;
  gst_util_set_object_arg(G_OBJECT(converter), "dithering", dithering);
  gst_util_set_object_arg(G_OBJECT(converter), "noise-shaping", "none");
  return converter;
}

GstElement *Conversion::add(GstElement *element, const char *factory) {
  if (element)
    gst_bin_add(bin_, element);
  else
    missing_ = factory;
  return element;
}

GstPad *Conversion::input() const {
  return missing_.empty() ? gst_element_get_static_pad(to_float_, "sink") : nullptr;
}

void Conversion::set_quality(int quality) {
  g_object_set(resampler_, "quality", quality, nullptr);
}

int Conversion::quality() const {
  int quality = 0;
  g_object_get(resampler_, "quality", &quality, nullptr);
  return quality;
}

void Conversion::prepare(const GstAudioInfo &audio) {
  check_positions(audio);
  rate_ = audio.rate;
  const auto wanted = caps_between(audio);
  GstCaps *caps_now = nullptr;
  g_object_get(between_, "caps", &caps_now, nullptr);
  const OwnedCaps now{caps_now};
  if (!gst_caps_is_equal(now.get(), wanted.get()))
    g_object_set(between_, "caps", wanted.get(), nullptr);
}

}  // namespace redbook
