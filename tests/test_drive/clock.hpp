#pragma once

#include <chrono>

namespace redbook::drive {

/// Time as the drive sees it; tests bring their own.
class Clock {
 public:
  using Nanoseconds = std::chrono::nanoseconds;

  virtual ~Clock() = default;
  /// Since some fixed moment that all processes share.
  virtual Nanoseconds now() const = 0;
  virtual void sleep(Nanoseconds) = 0;
};

/// The machine's own.
class SystemClock : public Clock {
 public:
  Nanoseconds now() const override;
  void sleep(Nanoseconds) override;
};

}  // namespace redbook::drive
