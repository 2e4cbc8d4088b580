/// What is told while tracks are staged.
#pragma once

#include <gst/gst.h>

#include "bus/messages.hpp"
#include "stash/disc_master.hpp"
#include "stash/space_watch.hpp"

namespace redbook {

/// NotifyAddProgress: at the start and the end of each track and twice a second between;
/// the warnings about damaged input, a few for each stream; and that the disk is nearly
/// full.
class StagingProgress {
 public:
  /// `staged_copies`: how often the disk has to take the audio, 1 or 2. What is made
  /// louder or softer it takes once more, before the burn.
  explicit StagingProgress(int staged_copies) : staged_copies_{staged_copies} {}

  /// `announced`: how long the stream is to be; 0: not known.
  void staged(const DiscMaster &master, Blocks announced, Outbox &outbox);
  void closed(int number, const Track &track, std::int64_t padded_samples,
              Outbox &outbox);
  void jumped(GstClockTimeDiff jump, const DiscMaster &master, Outbox &outbox);
  void new_stream() { jumps_told_ = 0; }

 private:
  void watch_space(const DiscMaster &master, Blocks announced, Outbox &outbox);

  static constexpr gint64 interval = G_USEC_PER_SEC / 2;
  static constexpr int max_jumps = 3;

  int staged_copies_;
  gint64 told_at_ = 0;
  int told_track_ = 0;
  int jumps_told_ = 0;
  Blocks expected_;
  SpaceWatch space_;
};

}  // namespace redbook
