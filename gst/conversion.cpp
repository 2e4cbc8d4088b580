#include "conversion.hpp"

#include "error.hpp"
#include "owned.hpp"

namespace redbook {
namespace {

constexpr gsize float_sample_size = 2 * sizeof(float);

bool is_unpositioned(const GstAudioInfo &sound) {
  return GST_AUDIO_INFO_IS_UNPOSITIONED(&sound);
}

bool is_stereo(const GstAudioInfo &sound) {
  return sound.channels == 2 &&
         (is_unpositioned(sound) ||
          (sound.position[0] == GST_AUDIO_CHANNEL_POSITION_FRONT_LEFT &&
           sound.position[1] == GST_AUDIO_CHANNEL_POSITION_FRONT_RIGHT));
}

bool is_mono(const GstAudioInfo &sound) {
  return sound.channels == 1 && sound.position[0] == GST_AUDIO_CHANNEL_POSITION_MONO;
}

OwnedCaps caps_between(const GstAudioInfo &sound) {
  const auto *format = goes_unchanged(sound) ? "S16LE" : GST_AUDIO_NE(F32);
  OwnedCaps caps{gst_caps_new_simple("audio/x-raw", "format", G_TYPE_STRING, format,
                                     "layout", G_TYPE_STRING, "interleaved", "channels",
                                     G_TYPE_INT, 2, nullptr)};
  if (!is_stereo(sound))
    gst_caps_set_simple(caps.get(), "channel-mask", GST_TYPE_BITMASK,
                        GST_AUDIO_CHANNEL_POSITION_MASK(FRONT_LEFT) |
                            GST_AUDIO_CHANNEL_POSITION_MASK(FRONT_RIGHT),
                        nullptr);
  return caps;
}

void check_positions(const GstAudioInfo &sound) {
  if (sound.channels <= 2 || !is_unpositioned(sound)) return;
  throw Error{Fault::layout, Result::invalid_argument,
              "The sound has " + std::to_string(sound.channels) +
                  " channels, and nothing says which loudspeakers they are for: they "
                  "cannot be mixed to stereo.",
              "channel-mask=0; audioconvert mix-matrix=... before redbookbin says how"};
}

}  // namespace

bool goes_unchanged(const GstAudioInfo &sound) {
  return sound.rate == 44100 && GST_AUDIO_INFO_IS_INTEGER(&sound) &&
         GST_AUDIO_INFO_DEPTH(&sound) <= 16 && (is_stereo(sound) || is_mono(sound));
}

bool has_form_of_disc(const GstAudioInfo &sound) {
  return goes_unchanged(sound) && is_stereo(sound) &&
         GST_AUDIO_INFO_FORMAT(&sound) == GST_AUDIO_FORMAT_S16LE &&
         sound.layout == GST_AUDIO_LAYOUT_INTERLEAVED;
}

Conversion::Conversion(GstBin *bin, GstElement *sink)
    : bin_{bin},
      to_float_{add("audioconvert", "to-float")},
      between_{add("capsfilter", "between")},
      resampler_{add("audioresample", "resampler")},
      to_16_bits_{add("audioconvert", "to-16-bits")} {
  if (missing_.empty()) set_up(sink);
}

GstElement *Conversion::add(const char *factory, const char *name) {
  auto *element = gst_element_factory_make(factory, name);
  if (element)
    gst_bin_add(bin_, element);
  else
    missing_ = factory;
  return element;
}

void Conversion::set_up(GstElement *sink) {
  gst_util_set_object_arg(G_OBJECT(to_float_), "dithering", "none");
  gst_util_set_object_arg(G_OBJECT(to_16_bits_), "dithering", "tpdf");
  gst_util_set_object_arg(G_OBJECT(to_16_bits_), "noise-shaping", "none");
  set_quality(quality_);
  gst_element_link_many(to_float_, between_, resampler_, to_16_bits_, sink, nullptr);
  auto *pad = gst_element_get_static_pad(resampler_, "src");
  gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_BUFFER, cut, this, nullptr);
  gst_object_unref(pad);
}

GstPad *Conversion::input() const {
  return missing_.empty() ? gst_element_get_static_pad(to_float_, "sink") : nullptr;
}

void Conversion::set_quality(int quality) {
  quality_ = quality;
  if (resampler_) g_object_set(resampler_, "quality", quality, nullptr);
}

void Conversion::prepare(const GstAudioInfo &sound) {
  check_positions(sound);
  rate_ = sound.rate;
  const auto wanted = caps_between(sound);
  GstCaps *caps_now = nullptr;
  g_object_get(between_, "caps", &caps_now, nullptr);
  const OwnedCaps now{caps_now};
  if (!gst_caps_is_equal(now.get(), wanted.get()))
    g_object_set(between_, "caps", wanted.get(), nullptr);
}

void Conversion::begin() {
  came_out_ = 0;
  wanted_.reset();
}

// By itself the resampler ends with the last sample's moment, not with the end of its
// time: one sample more, of silence, takes it there, and what is too much then is cut.
void Conversion::finish(guint64 samples) {
  wanted_ = gst_util_uint64_scale_round(samples, disc_rate, static_cast<guint64>(rate_));
  auto *pad = gst_element_get_static_pad(between_, "src");
  auto *silence = gst_buffer_new_allocate(nullptr, float_sample_size, nullptr);
  gst_buffer_memset(silence, 0, 0, float_sample_size);
  gst_pad_push(pad, silence);
  gst_object_unref(pad);
}

GstPadProbeReturn Conversion::cut(GstPad *, GstPadProbeInfo *info, gpointer data) {
  auto &self = *static_cast<Conversion *>(data);
  if (!self.resamples()) return GST_PAD_PROBE_OK;
  auto *buffer = GST_PAD_PROBE_INFO_BUFFER(info);
  const auto samples = gst_buffer_get_size(buffer) / float_sample_size;
  self.came_out_ += samples;
  if (!self.wanted_ || self.came_out_ <= *self.wanted_) return GST_PAD_PROBE_OK;
  const auto surplus = self.came_out_ - *self.wanted_;
  if (surplus >= samples) return GST_PAD_PROBE_DROP;
  buffer = gst_buffer_make_writable(buffer);
  gst_buffer_set_size(buffer,
                      static_cast<gssize>((samples - surplus) * float_sample_size));
  GST_PAD_PROBE_INFO_DATA(info) = buffer;
  return GST_PAD_PROBE_OK;
}

}  // namespace redbook
