#include "recording/stream.hpp"

#include "metadata/toc.hpp"

namespace redbook {

GstClockTime duration_of(std::int64_t bytes) {
  return gst_util_uint64_scale(static_cast<guint64>(bytes), GST_SECOND,
                               samples_per_second * bytes_per_sample);
}

void Stream::set_segment(const GstSegment &segment) {
  segment_ = segment;
  next_time_ = GST_CLOCK_TIME_NONE;
}

void Stream::merge_tags(const GstTagList *tags) {
  auto &kept =
      gst_tag_list_get_scope(tags) == GST_TAG_SCOPE_GLOBAL ? container_tags_ : tags_;
  kept.reset(gst_tag_list_merge(kept.get(), tags, GST_TAG_MERGE_REPLACE));
}

OwnedTags Stream::all_tags() const {
  return OwnedTags{
      gst_tag_list_merge(tags_.get(), container_tags_.get(), GST_TAG_MERGE_KEEP)};
}

DiscTags Stream::disc_tags() const { return disc_tags_of(all_tags().get()); }

DiscTags Stream::disc_tags_when_divided() const {
  auto tags = disc_tags();
  const auto container = texts_of(container_tags_.get()).title;
  if (tags.texts.title.empty()) tags.texts.title = container;
  if (tags.texts.title.empty()) tags.texts.title = texts_of(tags_.get()).title;
  return tags;
}

bool Stream::take_toc(GstToc *toc) {
  if (equal(toc_.get(), toc)) return false;
  toc_.reset(gst_toc_ref(toc));
  return true;
}

bool Stream::has_all_of(GstBuffer *buffer) const {
  const auto start = GST_BUFFER_PTS(buffer);
  if (segment_.format != GST_FORMAT_TIME || !GST_CLOCK_TIME_IS_VALID(start)) return true;
  const auto bytes = static_cast<std::int64_t>(gst_buffer_get_size(buffer));
  return start >= segment_.start && (segment_.stop == GST_CLOCK_TIME_NONE ||
                                     start + duration_of(bytes) <= segment_.stop);
}

OwnedBuffer Stream::clip(GstBuffer *buffer) const {
  return OwnedBuffer{gst_audio_buffer_clip(gst_buffer_ref(buffer), &segment_,
                                           samples_per_second,
                                           static_cast<gint>(bytes_per_sample))};
}

bool Stream::clip_silence(GstClockTime &time, GstClockTime &duration) const {
  if (duration == 0 || duration == GST_CLOCK_TIME_NONE) return false;
  if (segment_.format != GST_FORMAT_TIME || time == GST_CLOCK_TIME_NONE) return true;
  guint64 start = 0;
  guint64 stop = 0;
  if (!gst_segment_clip(&segment_, GST_FORMAT_TIME, time, time + duration, &start, &stop))
    return false;
  time = start;
  duration = stop - start;
  return duration > 0;
}

std::int64_t Stream::stream_sample(GstClockTime time) const {
  if (segment_.format != GST_FORMAT_TIME) return 0;
  auto stream_time = time == GST_CLOCK_TIME_NONE
                         ? time
                         : gst_segment_to_stream_time(&segment_, GST_FORMAT_TIME, time);
  if (stream_time == GST_CLOCK_TIME_NONE) stream_time = segment_.time;
  if (stream_time == GST_CLOCK_TIME_NONE) return 0;
  return samples_in(stream_time);
}

void Stream::begin_audio(GstClockTime time, std::int64_t next_byte) {
  if (has_audio()) return;
  first_byte_ = next_byte;
  first_sample_ = stream_sample(time);
}

std::optional<GstClockTimeDiff> Stream::jump_before(GstClockTime time,
                                                    GstClockTime duration) {
  const auto expected = next_time_;
  if (time == GST_CLOCK_TIME_NONE || segment_.format != GST_FORMAT_TIME)
    return std::nullopt;
  next_time_ = time + duration;
  if (expected == GST_CLOCK_TIME_NONE) return std::nullopt;
  const auto jump = GST_CLOCK_DIFF(expected, time);
  return ABS(jump) > jump_tolerance ? std::optional{jump} : std::nullopt;
}

void Stream::restart(DiscMaster::Checkpoint start) {
  start_ = std::move(start);
  first_byte_.reset();
  bytes_ = 0;
  next_time_ = GST_CLOCK_TIME_NONE;
}

StagedSpan Stream::span(Lba track_start) const {
  return {first_byte_.value_or(0), first_sample_, samples(), track_start};
}

std::vector<TocTrack> Stream::usable_toc(Outbox &outbox) const {
  if (!toc_) return {};
  auto tracks = tracks_of(toc_.get());
  if (tracks.empty()) return {};
  if (const auto fault = fault_of(tracks)) {
    outbox.warn(
        "The table of contents of a stream was left out, and the stream is one track: " +
        *fault + ".");
    return {};
  }
  const auto fit = fit_of(tracks, span({}), announced_);
  if (fit == Fit::fits) return tracks;
  if (fit == Fit::ended_early) {
    outbox.warn(
        "A stream ended elsewhere than its table of contents says: it may be damaged.");
    return tracks;
  }
  outbox.warn(
      "The table of contents of a stream describes something else, such as the whole disc that the stream is one track of: it was left out, and the stream is one track.");
  return {};
}

}  // namespace redbook
