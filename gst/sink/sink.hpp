/// The C++ side of the element.
#pragma once

#include <gst/gst.h>

#include <memory>
#include <mutex>

#include "recording/recording.hpp"
#include "recording/settings.hpp"
#include "recording/waiter.hpp"
#include "sink/drive_actions.hpp"

namespace redbook {

/// What a GstRedbookSink holds: what was asked, and the disc in the making. Any thread.
class Sink {
 public:
  explicit Sink(GstBaseSink *base) : base_{base}, drive_actions_{GST_ELEMENT(base)} {}

  /// READY to PAUSED: takes the settings as they are now. Throws Error.
  void begin();
  /// PAUSED to READY.
  void end();

  /// Null below PAUSED.
  std::shared_ptr<Recording> recording() const;

  Waiter &waiter() { return waiter_; }

  Settings settings() const;
  template <typename Change>
  void change_settings(Change &&change) {
    const std::lock_guard lock{mutex_};
    change(settings_);
  }
  /// expected-blocks is for the next track, at any time.
  void set_expected(Blocks expected);

  // What needs the drive without a burn: busy while one goes on.
  Result erase(Blanking kind);
  Result eject();
  Result load();
  /// READY to NULL: waits for what goes on.
  void leave_drive() { drive_actions_.end(); }

  // GstStreamVolume: kept for whoever asks, and never applied.
  double volume() const;
  bool mute() const;
  void set_volume(double volume);
  void set_mute(bool mute);

 private:
  void tell_that_volume_is_not_applied();
  bool is_burning() const;

  GstBaseSink *base_;
  Waiter waiter_;
  const std::shared_ptr<MadeImages> made_images_ = std::make_shared<MadeImages>();
  mutable std::mutex mutex_;  // guards the rest
  Settings settings_;
  std::shared_ptr<Recording> recording_;
  double volume_ = 1.0;
  bool mute_ = false;
  bool volume_told_ = false;

  DriveActions drive_actions_;  // destroyed first: its thread uses the members above
};

/// How to find the C++ side of an element. The class sets it before all else.
inline Sink &(*find_sink)(GObject *element) = nullptr;

}  // namespace redbook
