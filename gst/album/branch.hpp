/// One track of an album on its way.
#pragma once

#include <gst/gst.h>

#include <atomic>
#include <mutex>
#include <optional>

#include "album/parked_stream.hpp"
#include "album/track_settings.hpp"
#include "album/turns.hpp"
#include "util/owned.hpp"

namespace redbook {

/// Where the tracks of an album meet.
class Junction {
 public:
  virtual ~Junction() = default;

  virtual Turns &turns() = 0;
  /// Who speaks for it.
  virtual GstElement *element() = 0;
  /// Where audio can wait on the disk.
  virtual std::filesystem::path folder() = 0;

  // For the one whose turn it is.

  virtual void begins(GstPad *pad) = 0;
  virtual GstFlowReturn push(OwnedBuffer buffer) = 0;
  virtual GstFlowReturn push(OwnedEvent event) = 0;
  /// All tracks are on the disc.
  virtual GstFlowReturn finish(OwnedEvent end_of_music) = 0;
};

/// Takes what comes at one pad, and hands it on when it is its turn. Until then it waits
/// on the disk. Belongs to the pad's streaming thread, where nothing else is said.
class Branch {
 public:
  /// All must outlive it.
  Branch(Junction &junction, GstPad *pad, Turns::Number number)
      : junction_{junction}, pad_{pad}, number_{number} {}

  GstFlowReturn take(OwnedBuffer buffer) noexcept;
  GstFlowReturn take(OwnedEvent event) noexcept;

  Turns::Number number() const { return number_; }
  Turns &turns() { return junction_.turns(); }

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

  Junction &junction_;
  GstPad *pad_;
  const Turns::Number number_;

  /// Whoever comes next, sees what the one before left.
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
