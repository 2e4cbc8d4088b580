#include "redbook-burner/serve/event_queue.hpp"

#include <algorithm>
#include <utility>

namespace redbook {
namespace {

constexpr std::size_t max_waiting = 1000;

bool is_of_the_moment(const Event &event) {
  const auto *const of_burn = std::get_if<BurnEvent>(&event);
  return of_burn && (std::holds_alternative<event::BlocksWritten>(*of_burn) ||
                     std::holds_alternative<event::BufferFilled>(*of_burn) ||
                     std::holds_alternative<event::Verified>(*of_burn) ||
                     std::holds_alternative<event::Erasing>(*of_burn));
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

}  // namespace redbook
