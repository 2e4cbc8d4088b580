/// What the drive's thread has to tell, on its way to the thread that has the socket.
#pragma once

#include <deque>
#include <mutex>
#include <optional>

#include "protocol/protocol.hpp"
#include "wake.hpp"

namespace redbook {

/// Events that wait to be sent. post() never waits for the player: where it does not
/// read, figures that later ones replace are left out, the oldest first.
class EventQueue {
 public:
  /// From any thread.
  void post(Event event);

  /// The oldest event, or nothing.
  std::optional<Event> take();

  /// Rings where there are events.
  Wake &wake() { return wake_; }

 private:
  std::mutex mutex_;
  std::deque<Event> events_;  // under mutex_
  Wake wake_;
};

/// Posts each call.
class PostingObserver : public BurnObserver {
 public:
  explicit PostingObserver(EventQueue &outbox) : outbox_{outbox} {}

  void preparing(std::chrono::seconds estimated) noexcept override;
  void tracks_written(int written) noexcept override;
  void blocks_written(Blocks written) noexcept override;
  void closing(std::chrono::seconds estimated) noexcept override;
  void erasing(std::chrono::seconds elapsed,
               std::chrono::seconds estimated_total) noexcept override;
  void chosen(const char *write_mode, int write_speed) noexcept override;
  void buffer_filled(int percent) noexcept override;
  void verified(Blocks completed, Blocks total) noexcept override;
  void found(const Finding &finding) noexcept override;

 private:
  EventQueue &outbox_;
};

}  // namespace redbook
