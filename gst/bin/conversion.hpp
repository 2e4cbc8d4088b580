/// From any raw audio to the samples of a disc.
#pragma once

#include <gst/audio/audio.h>
#include <gst/gst.h>

#include <string>

#include "bin/resampler.hpp"

namespace redbook {

/// Whether audio is on a disc as it is, sample by sample: 16 bits or fewer at 44.1 kHz,
/// in stereo or mono. It is not resampled, and not dithered.
bool goes_unchanged(const GstAudioInfo &audio);

/// Whether nothing at all has to be done.
bool has_form_of_disc(const GstAudioInfo &audio);

/// The elements in a bin that convert: to floating point and stereo, then to 44.1 kHz,
/// then, with the only dither, to 16 bits. What goes unchanged has its 16 bits before.
class Conversion {
 public:
  /// Puts them into `bin`, linked up to `sink`. What is not installed is missing().
  Conversion(GstBin *bin, GstElement *sink);

  /// Which element of GStreamer is not installed; empty: none, and all is linked.
  const std::string &missing() const { return missing_; }
  /// Where the audio goes in; owned by the caller. Null if an element is missing.
  GstPad *input() const;

  /// Before audio like this goes in: makes the elements ready for it. On the streaming
  /// thread. Throws Error if nothing says how to make stereo of it.
  void prepare(const GstAudioInfo &audio);

  bool resamples() const { return rate_ != Resampler::disc_rate; }
  /// 0 to 10, for the resampler.
  void set_quality(int quality);
  int quality() const;

 private:
  GstElement *add_converter(const char *name, const char *dithering);
  GstElement *add(GstElement *element, const char *factory);

  GstBin *bin_;
  std::string missing_;
  int rate_ = Resampler::disc_rate;  ///< of the streaming thread

  // The bin's.
  GstElement *to_float_;
  GstElement *between_;
  GstElement *resampler_;
  GstElement *to_16_bits_;
};

}  // namespace redbook
