/// Tells when the music comes to a halt.
#pragma once

#include <gst/gst.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace burn_album {

/// Counts what each source brings. When nothing has come for a while although something
/// is still to come, the first source that has not ended is the one all wait for.
class StallWatch {
 public:
  /// Watches the pad of each source, in the order of the sources. Their threads count.
  void add(GstPad *pad);

  /// Once a second, on the main thread. Returns the source that has brought nothing for
  /// so many calls, if nobody else has either.
  std::optional<std::size_t> tick();

  /// What is waited for is no music: a disc, or a drive.
  void excuse() { silent_ticks_ = 0; }

 private:
  struct Source {
    std::atomic<bool> has_ended = false;
  };
  struct Watched {
    StallWatch *watch;
    Source *source;
  };
  static GstPadProbeReturn count(GstPad *, GstPadProbeInfo *info, gpointer watched);

  std::vector<std::unique_ptr<Source>> sources_{};
  std::atomic<std::uint64_t> pieces_ = 0;
  std::uint64_t seen_pieces_ = 0;
  int silent_ticks_ = 0;
};

}  // namespace burn_album
