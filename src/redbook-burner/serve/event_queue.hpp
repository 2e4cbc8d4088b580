/// What the drive's thread has to tell, on its way to the thread that has the socket.
#pragma once

#include <deque>
#include <mutex>
#include <optional>

#include "protocol/protocol.hpp"
#include "wake.hpp"

namespace redbook {

/// Events that wait to be sent. post() never waits for the player: if it does not
/// read, figures that later ones replace are left out, the oldest first.
class EventQueue {
 public:
  /// From any thread.
  void post(Event event);

  /// The oldest event, or nothing.
  std::optional<Event> take();

  /// Rings when there are events.
  Wake &wake() { return wake_; }

 private:
  std::mutex mutex_;
  std::deque<Event> events_;  // under mutex_
  Wake wake_;
};

/// Posts each event of a burn.
class PostingObserver : public BurnObserver {
 public:
  explicit PostingObserver(EventQueue &events) : events_{events} {}

  void on(const BurnEvent &event) noexcept override { events_.post(event); }

 private:
  EventQueue &events_;
};

}  // namespace redbook
