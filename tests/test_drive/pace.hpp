#pragma once

#include "test_drive/clock.hpp"

namespace redbook::drive {

/// The drive's buffer and the laser that empties it. Lies in shared files.
struct PaceState {
  double filled_bytes = 0;
  Clock::Nanoseconds stamp{0};  ///< when `filled_bytes` was true
  bool laser_on = false;
  bool starved = false;  ///< the laser ran dry in the middle of a recording
  int pauses = 0;        ///< how often it did and was rescued
};

/// Lets the buffer run down as time passes. Without a rate nothing ever takes time.
class Pace {
 public:
  Pace(PaceState &state, Clock &clock, double bytes_per_second, double capacity_bytes);

  bool instant() const { return rate_ <= 0; }
  double capacity() const { return capacity_; }
  double free_bytes();
  /// Takes `bytes` in, waiting for room if there is none yet.
  void accept(double bytes);
  /// How long until all that is buffered is recorded; the laser is on from now.
  Clock::Nanoseconds drain();
  /// Nothing is being recorded any more.
  void stop();
  /// Whether the laser has run dry since last asked; BUF pauses are counted.
  bool ran_dry();

 private:
  void pass_time();
  Clock::Nanoseconds time_for(double bytes) const;

  PaceState &state_;
  Clock &clock_;
  double rate_;
  double capacity_;
};

}  // namespace redbook::drive
