#include "test_drive/workings.hpp"

#include <algorithm>

namespace redbook::drive {

Pace Workings::pace() {
  constexpr double single_speed = 75.0 * bytes_per_block;
  const double asked = state.write_kb_per_second * 1000.0;
  const double rate = std::min(settings.speed * single_speed, asked);
  return {state.pace, clock, rate, settings.buffer_kb * 1024.0};
}

void Workings::keep_busy(Clock::Nanoseconds length, Sense with, bool immediate) {
  if (!immediate) return clock.sleep(length);
  state.busy_until = clock.now() + length;
  state.busy_with = with;
}

}  // namespace redbook::drive
