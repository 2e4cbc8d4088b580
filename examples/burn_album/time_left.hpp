/// How long something is going to take.
#pragma once

#include <chrono>
#include <cstdint>

namespace burn_album {

/// Judges what is left by what was done since it was made.
class TimeLeft {
 public:
  /// In seconds; negative: nothing can be said yet.
  double seconds(std::int64_t done, std::int64_t total) const {
    using Seconds = std::chrono::duration<double>;
    const auto elapsed = Seconds{Clock::now() - began_}.count();
    if (done <= 0 || total <= 0 || elapsed < min_seconds) return -1;
    const auto rate = static_cast<double>(done) / elapsed;
    return done < total ? static_cast<double>(total - done) / rate : 0;
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr double min_seconds = 0.5;

  Clock::time_point began_ = Clock::now();
};

}  // namespace burn_album
