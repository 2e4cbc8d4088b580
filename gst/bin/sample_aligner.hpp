/// Buffers as the converting elements want them.
#pragma once

#include <gst/audio/audio.h>
#include <gst/gst.h>

#include <optional>

#include "util/owned.hpp"

namespace redbook {

/// Makes buffers that can be converted without losing a sample: each holds whole samples
/// and has a time. For the streaming thread.
class SampleAligner {
 public:
  /// If times jump by more than this, audio is missing. redbooksink tells of 40 ms.
  static constexpr GstClockTime tolerance = 30 * GST_MSECOND;

  /// What comes from now on.
  void audio(const GstAudioInfo &audio);
  /// From now on, times begin with that of the segment.
  void segment(const GstSegment &segment);
  /// Something came between: the next buffer says what time it is.
  void interrupt();

  /// Whether there is a hole before this one, or it goes back.
  bool is_jump(GstBuffer *buffer) const;
  /// Null if there is no whole sample yet.
  OwnedBuffer take(OwnedBuffer buffer);
  /// Whether anything was since the last interruption.
  bool has_taken() const { return counted_ > 0; }

 private:
  OwnedBuffer whole_samples(OwnedBuffer buffer);
  guint64 samples_in(GstBuffer *buffer) const;
  GstClockTime next_time() const;

  GstAudioInfo audio_{};
  OwnedBuffer rest_;  ///< of a buffer that ended within a sample
  GstClockTime segment_start_ = 0;
  std::optional<GstClockTime> begin_;  ///< of the samples that were counted
  guint64 counted_ = 0;
};

}  // namespace redbook
