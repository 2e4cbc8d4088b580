/// Turns the streams that arrive into tracks.
#pragma once

#include <gst/gst.h>

#include <optional>
#include <vector>

#include "bus/messages.hpp"
#include "metadata/agreed_tags.hpp"
#include "recording/settings.hpp"
#include "recording/staging_progress.hpp"
#include "recording/stream.hpp"
#include "stash/disc_master.hpp"

namespace redbook {

/// Decides where tracks begin and end: at streams, at the entries of their tables of
/// contents, or where the application says. Throws Error if audio would be lost. Not for
/// two threads at once: the owner locks.
class Stager {
 public:
  /// `whole_disc` is the application's table of contents, which must be in order, or
  /// null. Both references must outlive the stager.
  Stager(const Settings &settings, DiscMaster &master, OwnedToc whole_disc);

  // What the streaming thread brings.

  void stream_start(std::optional<guint> group_id, Outbox &outbox);
  void segment(const GstSegment &segment);
  void tags(const GstTagList *tags);
  void toc(GstToc *toc, Outbox &outbox);
  void audio(GstBuffer *buffer, Outbox &outbox);
  void silence(GstClockTime time, GstClockTime duration, Outbox &outbox);

  /// Drops what the current stream staged.
  void flush();

  /// The disc master was cleared; the stream goes on, as the first of a new disc.
  void forget();

  /// No more audio will come: closes the last track. Returns the disc, without its texts.
  void finish(Outbox &outbox);

  /// What the streams say of the disc as a whole: what all of them agree on.
  DiscTags disc_tags() const { return disc_tags_.agreed(); }

  /// True until the length that the stream's source tells has been given, once per
  /// stream.
  bool wants_announced_duration() const { return !stream_.has_audio() && !asked_; }
  void announced_duration(std::optional<GstClockTime> duration);

  // What the application asks.

  Result create_track(Blocks expected, Outbox &outbox);
  Result close_track(Outbox &outbox);
  void set_expected(Blocks expected) { expected_ = expected; }

 private:
  void begin_stream();
  void restart_stream();
  void end_stream(Join join, Outbox &outbox);
  void begin_track(Blocks expected, Outbox &outbox);
  void describe_open_track();
  void open_track(Outbox &outbox);
  void begin_audio(GstClockTime time, GstClockTime duration, Outbox &outbox);
  void stage(GstBuffer *buffer, Outbox &outbox);
  void account_for(Result result, std::int64_t bytes, Outbox &outbox);
  void divide_by(const std::vector<TocTrack> &tracks, const StagedSpan &span,
                 const std::string &performer, Outbox &outbox);
  void expect_divisions();
  Result close_open_track(Join join, Outbox &outbox);
  void tell_of_track(const DiscMaster::Closed &closed, Outbox &outbox);
  Join join() const;

  const Settings &settings_;
  DiscMaster &master_;
  OwnedToc whole_disc_;
  Stream stream_;
  std::optional<guint> group_id_;
  bool any_stream_ = false;
  bool asked_ = false;
  bool opened_by_audio_ = false;  // the application may still claim the open track
  bool full_ = false;
  Blocks expected_;
  std::optional<std::int64_t> first_announced_;
  AgreedTags disc_tags_;  // of the streams that ended
  std::size_t tags_before_ = 0;
  StagingProgress progress_;
};

}  // namespace redbook
