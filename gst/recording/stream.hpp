/// One stream as it passes: what it said of itself, and how much audio it brought.
#pragma once

#include <gst/gst.h>

#include <optional>
#include <string>
#include <vector>

#include "bus/messages.hpp"
#include "disc/division.hpp"
#include "metadata/tags.hpp"
#include "stash/disc_master.hpp"
#include "util/owned.hpp"

namespace redbook {

/// How long so many bytes of the disc's audio play.
GstClockTime duration_of(std::int64_t bytes);

/// Knows a stream's segment, tags and table of contents, and counts its samples. Belongs
/// to the streaming thread. Positions are counted, never taken from timestamps; those
/// serve to clip buffers and to notice damage.
class Stream {
 public:
  explicit Stream(DiscMaster::Checkpoint start) : start_{std::move(start)} {
    gst_segment_init(&segment_, GST_FORMAT_UNDEFINED);
  }

  /// What the disc was like before this stream.
  const DiscMaster::Checkpoint &start() const { return start_; }

  void set_segment(const GstSegment &segment);
  void merge_tags(const GstTagList *tags);

  /// Keeps the table, the last one counts. False if it is what the stream has already.
  bool take_toc(GstToc *toc);

  /// Whether all of `buffer` lies in the segment.
  bool has_all_of(GstBuffer *buffer) const;

  /// The part of a buffer with a time that lies in the segment, or null.
  OwnedBuffer clip(GstBuffer *buffer) const;

  /// The same for silence: moves its ends into the segment. False if nothing is left.
  bool clip_silence(GstClockTime &time, GstClockTime &duration) const;

  /// Takes note of where the first audio, of the time `time` (or none), is staged on the
  /// disc.
  void begin_audio(GstClockTime time, std::int64_t next_byte);
  void count(std::int64_t bytes) { bytes_ += bytes; }

  /// How far the time of the next audio is from where it should be, if that is more than
  /// `jump_tolerance`. Positive: audio is missing.
  std::optional<GstClockTimeDiff> jump_before(GstClockTime time, GstClockTime duration);

  /// Forgets the audio, not what the stream said of itself.
  void restart(DiscMaster::Checkpoint start);

  bool has_audio() const { return first_byte_.has_value(); }
  std::int64_t samples() const { return bytes_ / bytes_per_sample; }
  /// Those of the stream; if it has none of a kind, those of its container. May be null.
  OwnedTags all_tags() const;

  /// What it says of the disc.
  DiscTags disc_tags() const;
  /// The same if it is divided into tracks: then its own title is that of the whole.
  DiscTags disc_tags_when_divided() const;

  const GstToc *toc() const { return toc_.get(); }
  /// The tracks that its table of contents divides it into; none if it has no table, or
  /// if the table does not fit, which is told.
  std::vector<TocTrack> usable_toc(Outbox &outbox) const;
  StagedSpan span(Lba track_start) const;

  void set_announced(std::optional<std::int64_t> samples) { announced_ = samples; }
  std::optional<std::int64_t> announced() const { return announced_; }

  /// What audiobasesink allows too before it speaks of a discontinuity.
  static constexpr GstClockTimeDiff jump_tolerance = 40 * GST_MSECOND;

 private:
  std::int64_t stream_sample(GstClockTime time) const;

  DiscMaster::Checkpoint start_;
  GstSegment segment_;
  OwnedTags tags_;
  OwnedTags container_tags_;  // of global scope: Matroska's title is the album's
  OwnedToc toc_;
  std::optional<std::int64_t> first_byte_;
  std::int64_t first_sample_ = 0;
  std::int64_t bytes_ = 0;
  GstClockTime next_time_ = GST_CLOCK_TIME_NONE;
  std::optional<std::int64_t> announced_;
};

}  // namespace redbook
