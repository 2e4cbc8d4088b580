#include "test_drive/pace.hpp"

#include <algorithm>
#include <utility>

namespace redbook::drive {

Pace::Pace(PaceState &state, Clock &clock, double bytes_per_second, double capacity_bytes)
    : state_{state}, clock_{clock}, rate_{bytes_per_second}, capacity_{capacity_bytes} {}

Clock::Nanoseconds Pace::time_for(double bytes) const {
  return std::chrono::ceil<Clock::Nanoseconds>(
      std::chrono::duration<double>{bytes / rate_});
}

void Pace::pass_time() {
  const auto now = clock_.now();
  const std::chrono::duration<double> passed = now - std::exchange(state_.stamp, now);
  if (!state_.laser_on) return;
  state_.filled_bytes -= passed.count() * rate_;
  if (state_.filled_bytes > 0) return;
  state_.filled_bytes = 0;
  state_.laser_on = false;
  state_.starved = true;
}

double Pace::free_bytes() {
  if (instant()) return capacity_;
  pass_time();
  return capacity_ - state_.filled_bytes;
}

void Pace::accept(double bytes) {
  if (instant()) return;
  const double missing = bytes - free_bytes();
  if (missing > 0) {
    clock_.sleep(time_for(missing));
    pass_time();
  }
  state_.filled_bytes = std::min(capacity_, state_.filled_bytes + bytes);
  // A drive waits for a well filled buffer before it starts, and after a pause.
  if (state_.filled_bytes >= capacity_ / 2) state_.laser_on = true;
}

Clock::Nanoseconds Pace::drain() {
  if (instant()) return Clock::Nanoseconds{0};
  pass_time();
  state_.laser_on = true;
  return time_for(state_.filled_bytes);
}

void Pace::stop() {
  state_.laser_on = state_.starved = false;
  state_.filled_bytes = 0;
}

bool Pace::ran_dry() {
  if (instant()) return false;
  pass_time();
  return std::exchange(state_.starved, false);
}

}  // namespace redbook::drive
