/// What is told while tracks are staged.
#pragma once

#include <gst/gst.h>

#include "messages.hpp"
#include "stash/disc_master.hpp"

namespace redbook {

/// NotifyAddProgress: at the start and the end of each track and twice a second between;
/// and the warnings about damaged input, a few for each stream.
class StagingProgress {
 public:
  void staged(const DiscMaster &master, Outbox &outbox);
  void closed(int number, const Track &track, std::int64_t padded_samples,
              Outbox &outbox);
  void jumped(GstClockTimeDiff jump, const DiscMaster &master, Outbox &outbox);
  void new_stream() { jumps_told_ = 0; }

 private:
  static constexpr gint64 interval = G_USEC_PER_SEC / 2;
  static constexpr int most_jumps = 3;

  gint64 told_at_ = 0;
  int told_track_ = 0;
  int jumps_told_ = 0;
  Blocks expected_;
};

}  // namespace redbook
