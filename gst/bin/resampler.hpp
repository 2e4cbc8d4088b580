/// The change of rate inside redbookbin.
#pragma once

#include <gst/audio/audio.h>
#include <gst/gst.h>

#include <memory>

#include "util/owned.hpp"

namespace redbook {

/// Makes 44.1 kHz of floating-point stereo at another rate, by GStreamer's resampler.
/// Of each run of buffers as much comes out as went in, to the nearest sample.
class Resampler {
 public:
  static constexpr int disc_rate = 44100;
  static constexpr gsize sample_size = 2 * sizeof(float);

  /// `quality`: 0 to 10; at 10 all that a disc cannot hold is gone, not folded back.
  Resampler(int rate, int quality);

  int rate() const { return rate_; }
  OwnedBuffer take(GstBuffer *audio);
  /// The end of the run; null if nothing is left.
  OwnedBuffer finish();
  /// Drops the run.
  void reset();

 private:
  struct Free {
    void operator()(GstAudioResampler *resampler) const {
      gst_audio_resampler_free(resampler);
    }
  };

  OwnedBuffer resample(gpointer audio, gsize samples);
  GstClockTime time() const;

  int rate_;
  std::unique_ptr<GstAudioResampler, Free> resampler_;
  GstClockTime begin_ = GST_CLOCK_TIME_NONE;  ///< of the run
  guint64 went_in_ = 0;
  guint64 came_out_ = 0;
};

}  // namespace redbook
