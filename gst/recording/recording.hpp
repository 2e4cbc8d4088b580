/// One disc in the making, from the first sample to the last message.
#pragma once

#include <gst/base/gstbasesink.h>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "drive/drive.hpp"
#include "recording/burn_control.hpp"
#include "recording/burn_runs.hpp"
#include "recording/destinations.hpp"
#include "recording/loudness_adjustment.hpp"
#include "recording/mastered_discs.hpp"
#include "recording/settings.hpp"
#include "recording/stager.hpp"
#include "recording/stash_provider.hpp"
#include "recording/waiter.hpp"
#include "stash/disc_master.hpp"

namespace redbook {

/// Staging and burning between READY and PAUSED: what an element delegates to. Its
/// methods may be called from any thread; messages are posted with no lock held. Those
/// that stage throw Error, or Cancelled after staging has failed once; those that the
/// application calls answer with a Result.
class Recording {
 public:
  /// What an application reads while it goes on.
  struct Counters {
    Blocks total, used, available;
    int tracks = 0;
  };

  /// Checks the destination and makes the stash. `made`: the images that the element made
  /// before. `waiter` and `sink` must outlive it.
  Recording(GstBaseSink *sink, const Settings &settings, Waiter &waiter,
            std::shared_ptr<MadeImages> made);
  ~Recording() { end(); }

  // Streaming thread.

  /// Hands what arrived to the stager.
  void stage(const std::function<void(Stager &, Outbox &)> &work);
  void flush();
  /// True once per stream: then announced_duration() is due.
  bool wants_announced_duration();
  void announced_duration(std::optional<GstClockTime> duration);

  /// Returns when no burn goes on that the application asked for in the middle of the
  /// music. The preroll lock is held.
  GstFlowReturn wait_for_burn() { return burning_.wait_until_idle(); }

  /// Ends staging and, with auto-burn, burns. Returns when the disc is done, when it
  /// failed (after the ERROR), or FLUSHING when a state change or a flush called it off.
  /// The preroll lock is held.
  GstFlowReturn end_of_music();

  // Application.

  Result create_track(Blocks expected);
  Result close_track();
  Result clear();
  Result burn();
  Result cancel();
  void set_expected(Blocks expected);
  Counters counters();
  std::int64_t staged_bytes();
  /// Of the closed tracks; null if there is none.
  OwnedToc toc();
  RecorderState state();
  /// The drive as it was when staging began, the speed that of a burn; nothing for an
  /// image.
  std::optional<DriveStatus> drive() const { return destinations_.drive(); }
  /// What there was to say of the disc when it was last looked at as a whole.
  Findings findings();

  /// Cancels what goes on, and waits for it. True if audio was staged that nobody burned.
  bool end();

 private:
  template <typename Work>
  Result act(Work &&work);
  template <typename Work>
  auto while_held(Work &&work);
  std::optional<BurnOrder> finish_staging();
  MasteredDiscs mastered(Outbox &outbox);
  BurnOrder order_of(MasteredDiscs discs);
  void start_burns(const BurnOrder &order);
  using StashDisposition = DiscMaster::StashDisposition;
  void free_stash(const std::exception_ptr &outcome, StashDisposition after_failure);

  GstElement *element_;
  const Destinations destinations_;
  const Settings settings_;
  const std::string report_location_;

  std::mutex mutex_;  // guards the staging: down to any_burn_
  StashProvider stashes_;
  DiscMaster master_;
  Stager stager_;
  Adjustment adjustment_;
  bool staging_failed_ = false;
  Findings findings_;
  bool any_burn_ = false;

  BurnControl burning_;  // destroyed first: its thread uses the members above
};

}  // namespace redbook
