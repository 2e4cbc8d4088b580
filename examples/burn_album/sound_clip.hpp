/// What of a buffer is sound of its stream.
#pragma once

#include <gst/audio/audio.h>

#include "units.hpp"

namespace burn_album {

/// `buffer`, which it takes, clipped to the segment that `pad` has seen, as redbooksink
/// does it: 16 bit stereo at 44100 Hz. Null: nothing of it is left.
inline GstBuffer *clipped(GstPad *pad, GstBuffer *buffer) {
  auto *event = gst_pad_get_sticky_event(pad, GST_EVENT_SEGMENT, 0);
  if (!event) return buffer;
  const GstSegment *segment = nullptr;
  gst_event_parse_segment(event, &segment);
  const bool has_time =
      segment->format == GST_FORMAT_TIME && GST_BUFFER_PTS_IS_VALID(buffer);
  auto *rest = has_time
                   ? gst_audio_buffer_clip(buffer, segment, redbook::samples_per_second,
                                           redbook::bytes_per_sample)
                   : buffer;
  gst_event_unref(event);
  return rest;
}

}  // namespace burn_album
