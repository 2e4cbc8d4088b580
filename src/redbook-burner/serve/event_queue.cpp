#include "redbook-burner/serve/event_queue.hpp"

#include <algorithm>
#include <utility>

namespace redbook {
namespace {

constexpr std::size_t max_waiting = 1000;

bool is_of_the_moment(const Event &event) {
  return std::holds_alternative<event::BlocksWritten>(event) ||
         std::holds_alternative<event::BufferFilled>(event) ||
         std::holds_alternative<event::Verified>(event) ||
         std::holds_alternative<event::Erasing>(event);
}

}  // namespace

void EventQueue::post(Event event) {
  {
    const std::lock_guard lock{mutex_};
    if (events_.size() >= max_waiting) {
      const auto oldest = std::find_if(events_.begin(), events_.end(), is_of_the_moment);
      if (oldest != events_.end()) events_.erase(oldest);
    }
    events_.push_back(std::move(event));
  }
  wake_.ring();
}

std::optional<Event> EventQueue::take() {
  const std::lock_guard lock{mutex_};
  if (events_.empty()) return std::nullopt;
  auto event = std::move(events_.front());
  events_.pop_front();
  return event;
}

void PostingObserver::preparing(std::chrono::seconds estimated) noexcept {
  outbox_.post(event::Preparing{estimated});
}

void PostingObserver::tracks_written(int written) noexcept {
  outbox_.post(event::TracksWritten{written});
}

void PostingObserver::blocks_written(Blocks written) noexcept {
  outbox_.post(event::BlocksWritten{written});
}

void PostingObserver::closing(std::chrono::seconds estimated) noexcept {
  outbox_.post(event::Closing{estimated});
}

void PostingObserver::erasing(std::chrono::seconds elapsed,
                              std::chrono::seconds estimated_total) noexcept {
  outbox_.post(event::Erasing{elapsed, estimated_total});
}

void PostingObserver::chosen(const char *write_mode, int write_speed) noexcept {
  outbox_.post(event::Chosen{write_mode, write_speed});
}

void PostingObserver::buffer_filled(int percent) noexcept {
  outbox_.post(event::BufferFilled{percent});
}

void PostingObserver::verified(Blocks completed, Blocks total) noexcept {
  outbox_.post(event::Verified{completed, total});
}

void PostingObserver::found(const Finding &finding) noexcept {
  outbox_.post(event::Found{finding});
}

}  // namespace redbook
