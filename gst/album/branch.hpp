/// One track of an album on its way.
#pragma once

#include <gst/gst.h>

#include <atomic>
#include <mutex>
#include <optional>

#include "album/album_output.hpp"
#include "album/parked_stream.hpp"
#include "album/track_settings.hpp"
#include "album/turns.hpp"
#include "util/owned.hpp"

namespace redbook {

/// Takes what comes at one pad, and hands it on when it is its turn. Until then it waits
/// on the disk. Belongs to the pad's streaming thread, if nothing else is said.
class Branch {
 public:
  /// All must outlive it.
  Branch(AlbumOutput &output, GstPad *pad, Turns::Number number)
      : output_{output}, pad_{pad}, number_{number} {}

  GstFlowReturn take(OwnedBuffer buffer) noexcept;
  GstFlowReturn take(OwnedEvent event) noexcept;

  Turns::Number number() const { return number_; }

  /// What was asked of the track, until it ends. Any thread.
  TrackSettings settings() const;
  template <typename Change>
  void change_settings(Change &&change) {
    const std::lock_guard lock{mutex_};
    change(settings_);
  }

  // While no stream flows.

  void forget();

 private:
  GstFlowReturn take_audio(OwnedBuffer buffer);
  GstFlowReturn take_event(OwnedEvent event);
  GstFlowReturn hand_on_parked();
  GstFlowReturn hand_on(OwnedEvent event);
  OwnedEvent in_group_of_its_own(OwnedEvent stream_start);
  void tell_settings();
  GstFlowReturn end(OwnedEvent end_of_music);
  GstFlowReturn take_beside_the_stream(OwnedEvent event);
  void flush_stop(OwnedEvent event);
  void park_what_the_pad_knows();
  template <typename Work>
  GstFlowReturn guarded_flow(Work &&work) noexcept;

  AlbumOutput &output_;
  GstPad *pad_;
  const Turns::Number number_;

  /// Whoever comes next sees what the one before left.
  std::atomic<bool> occupied_ = false;
  std::optional<ParkedStream> parked_;
  bool has_audio_ = false;
  bool has_earlier_stream_ = false;
  std::optional<guint> group_, own_group_;
  std::atomic<bool> goes_on_disc_ = false;  // any thread

  mutable std::mutex mutex_;  // guards the rest
  TrackSettings settings_;
};

}  // namespace redbook
