#include "test_drive/clock.hpp"

#include <ctime>

namespace redbook::drive {

Clock::Nanoseconds SystemClock::now() const {
  timespec time{};
  ::clock_gettime(CLOCK_MONOTONIC, &time);
  return std::chrono::seconds{time.tv_sec} + Nanoseconds{time.tv_nsec};
}

void SystemClock::sleep(Nanoseconds length) {
  if (length <= Nanoseconds{0}) return;
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(length);
  timespec left{seconds.count(), (length - seconds).count()};
  while (::nanosleep(&left, &left) != 0) continue;
}

}  // namespace redbook::drive
