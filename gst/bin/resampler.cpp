#include "bin/resampler.hpp"

namespace redbook {
namespace {

constexpr int best_quality = 10;

// GStreamer counts a transition in parts of the rate, an edge in parts of half of it. The
// best of its own qualities still lets through what is 100 Hz above 22.05 kHz; this one
// has fallen by 120 dB there. It is flat up to 21.1 kHz.
void make_best(GstStructure *options) {
  constexpr double transition = 0.02;
  gst_structure_set(options, GST_AUDIO_RESAMPLER_OPT_CUTOFF, G_TYPE_DOUBLE,
                    1 - transition, GST_AUDIO_RESAMPLER_OPT_TRANSITION_BANDWIDTH,
                    G_TYPE_DOUBLE, transition, GST_AUDIO_RESAMPLER_OPT_STOP_ATTENUATION,
                    G_TYPE_DOUBLE, 120.0, nullptr);
}

GstAudioResampler *make(int rate, int quality) {
  constexpr auto method = GST_AUDIO_RESAMPLER_METHOD_KAISER;
  auto *options = gst_structure_new_empty("options");
  gst_audio_resampler_options_set_quality(method, static_cast<guint>(quality), rate,
                                          Resampler::disc_rate, options);
  if (quality == best_quality) make_best(options);
  auto *resampler =
      gst_audio_resampler_new(method, GST_AUDIO_RESAMPLER_FLAG_NONE, GST_AUDIO_FORMAT_F32,
                              2, rate, Resampler::disc_rate, options);
  gst_structure_free(options);
  return resampler;
}

}  // namespace

Resampler::Resampler(int rate, int quality)
    : rate_{rate}, resampler_{make(rate, quality)} {}

GstClockTime Resampler::time() const {
  return begin_ + gst_util_uint64_scale_round(came_out_, GST_SECOND, disc_rate);
}

// Null is silence.
OwnedBuffer Resampler::resample(gpointer audio, gsize samples) {
  const auto count = gst_audio_resampler_get_out_frames(resampler_.get(), samples);
  OwnedBuffer result{gst_buffer_new_allocate(nullptr, count * sample_size, nullptr)};
  GstMapInfo map;
  gst_buffer_map(result.get(), &map, GST_MAP_WRITE);
  gpointer in[] = {audio};
  gpointer out[] = {map.data};
  gst_audio_resampler_resample(resampler_.get(), audio ? in : nullptr, samples, out,
                               count);
  gst_buffer_unmap(result.get(), &map);
  if (GST_CLOCK_TIME_IS_VALID(begin_)) GST_BUFFER_PTS(result.get()) = time();
  came_out_ += count;
  return result;
}

OwnedBuffer Resampler::take(GstBuffer *audio) {
  if (went_in_ == 0) begin_ = GST_BUFFER_PTS(audio);
  GstMapInfo map;
  if (!gst_buffer_map(audio, &map, GST_MAP_READ)) return nullptr;
  const auto samples = map.size / sample_size;
  went_in_ += samples;
  auto result = resample(map.data, samples);
  gst_buffer_unmap(audio, &map);
  return result;
}

OwnedBuffer Resampler::finish() {
  const auto wanted =
      gst_util_uint64_scale_round(went_in_, disc_rate, static_cast<guint64>(rate_));
  OwnedBuffer rest;
  if (wanted > came_out_) {
    const auto missing = wanted - came_out_;
    rest = resample(nullptr,
                    gst_audio_resampler_get_in_frames(resampler_.get(), missing) + 1);
    gst_buffer_set_size(rest.get(), static_cast<gssize>(missing * sample_size));
  }
  reset();
  return rest;
}

void Resampler::reset() {
  gst_audio_resampler_reset(resampler_.get());
  begin_ = GST_CLOCK_TIME_NONE;
  went_in_ = came_out_ = 0;
}

}  // namespace redbook
