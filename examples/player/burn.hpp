/// One disc being made.
#pragma once

#include <gst/gst.h>

#include <functional>

#include "burn_order.hpp"
#include "burn_story.hpp"
#include "handles.hpp"
#include "worker.hpp"

namespace player {

/// A burn, from the first file to the end. All methods are for the main loop. Destroying
/// it calls it off, and waits until the drive has let go.
class Burn {
 public:
  using Tell = std::function<void(const BurnNews &)>;

  /// Starts. `tell` is called on the main loop, last with a stage that is_over(), when
  /// the drive has been let go. Throws std::runtime_error where something is not
  /// installed.
  Burn(const BurnOrder &order, Tell tell);
  ~Burn();
  Burn(const Burn &) = delete;
  Burn &operator=(const Burn &) = delete;

  /// Soon the burn is told as cancelled, or as done, if it was faster.
  void cancel();

 private:
  static gboolean take(GstBus *, GstMessage *message, gpointer self);
  void end(const BurnNews &news);

  BurnStory story_;
  Tell tell_;
  Owned<GstElement> pipeline_;
  Worker worker_;  // destroyed first: it uses the members above
};

}  // namespace player
