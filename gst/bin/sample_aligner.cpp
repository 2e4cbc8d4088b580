#include "bin/sample_aligner.hpp"

#include <utility>

namespace redbook {
namespace {

// audioresample forgets audio at the one, and makes audio longer at the other.
constexpr auto misleading = GstBufferFlags(GST_BUFFER_FLAG_DISCONT | GST_BUFFER_FLAG_GAP);

OwnedBuffer part_of(GstBuffer *buffer, GstBufferCopyFlags what, gsize from, gsize size) {
  return OwnedBuffer{gst_buffer_copy_region(buffer, what, from, size)};
}

OwnedBuffer writable(OwnedBuffer buffer) {
  return OwnedBuffer{gst_buffer_make_writable(buffer.release())};
}

// The joint has the time of the later one, from which it differs by less than a sample.
OwnedBuffer joined(OwnedBuffer rest, OwnedBuffer buffer) {
  const auto time = GST_BUFFER_PTS(buffer.get());
  OwnedBuffer all{gst_buffer_append(rest.release(), buffer.release())};
  GST_BUFFER_PTS(all.get()) = time;
  return all;
}

}  // namespace

void SampleAligner::audio(const GstAudioInfo &audio) {
  audio_ = audio;
  rest_.reset();
  interrupt();
}

void SampleAligner::segment(const GstSegment &segment) {
  segment_start_ = segment.format == GST_FORMAT_TIME ? segment.start : 0;
  rest_.reset();
  interrupt();
}

void SampleAligner::interrupt() {
  begin_.reset();
  counted_ = 0;
}

OwnedBuffer SampleAligner::whole_samples(OwnedBuffer buffer) {
  if (audio_.layout == GST_AUDIO_LAYOUT_NON_INTERLEAVED) return buffer;
  if (rest_) buffer = joined(std::move(rest_), std::move(buffer));
  const auto size = gst_buffer_get_size(buffer.get());
  const auto odd = size % static_cast<gsize>(audio_.bpf);
  if (odd == 0) return buffer;
  rest_ = part_of(buffer.get(), GST_BUFFER_COPY_MEMORY, size - odd, odd);
  return odd < size ? part_of(buffer.get(), GST_BUFFER_COPY_ALL, 0, size - odd) : nullptr;
}

guint64 SampleAligner::samples_in(GstBuffer *buffer) const {
  const auto *planes = gst_buffer_get_audio_meta(buffer);
  return planes ? planes->samples
                : gst_buffer_get_size(buffer) / static_cast<gsize>(audio_.bpf);
}

GstClockTime SampleAligner::next_time() const {
  return begin_.value_or(segment_start_) +
         gst_util_uint64_scale_round(counted_, GST_SECOND,
                                     static_cast<guint64>(audio_.rate));
}

bool SampleAligner::is_jump(GstBuffer *buffer) const {
  if (!begin_ || !GST_BUFFER_PTS_IS_VALID(buffer)) return false;
  const auto time = GST_BUFFER_PTS(buffer);
  const auto next = next_time();
  return (time > next ? time - next : next - time) > tolerance;
}

OwnedBuffer SampleAligner::take(OwnedBuffer buffer) {
  buffer = whole_samples(std::move(buffer));
  if (!buffer) return nullptr;
  buffer = writable(std::move(buffer));
  auto &time = GST_BUFFER_PTS(buffer.get());
  if (!GST_CLOCK_TIME_IS_VALID(time)) time = next_time();
  if (!begin_) begin_ = time;
  counted_ += samples_in(buffer.get());
  return buffer;
}

}  // namespace redbook
