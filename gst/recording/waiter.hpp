/// Where the streaming thread waits, and how it is called away.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace redbook {

/// A wait that a state change can interrupt, as GstBaseSink's unlock() asks for. Any
/// thread.
class Waiter {
 public:
  using Time = std::chrono::steady_clock::time_point;
  enum class Woken { ready, interrupted, timed_out };

  /// GstBaseSink::unlock: from now on nobody waits here.
  void interrupt() { set(interrupted_, true); }
  /// GstBaseSink::unlock_stop.
  void resume() { set(interrupted_, false); }

  /// While the element is paused nobody waits here either: the streaming thread waits
  /// where the base class can wake it.
  void set_paused(bool paused) { set(paused_, paused); }
  bool paused() const {
    const std::lock_guard lock{mutex_};
    return paused_;
  }

  /// Looks again whether what is waited for is so.
  void wake() {
    { const std::lock_guard lock{mutex_}; }
    condition_.notify_all();
  }

  /// Until `ready()` says so. An interruption goes first.
  template <typename Ready>
  Woken wait(Ready &&ready) {
    std::unique_lock lock{mutex_};
    condition_.wait(lock, [&] { return called_away() || ready(); });
    return called_away() ? Woken::interrupted : Woken::ready;
  }

  template <typename Ready>
  Woken wait_until(Time deadline, Ready &&ready) {
    std::unique_lock lock{mutex_};
    const bool woken =
        condition_.wait_until(lock, deadline, [&] { return called_away() || ready(); });
    if (called_away()) return Woken::interrupted;
    return woken ? Woken::ready : Woken::timed_out;
  }

 private:
  bool called_away() const { return interrupted_ || paused_; }

  void set(bool &flag, bool value) {
    {
      const std::lock_guard lock{mutex_};
      flag = value;
    }
    condition_.notify_all();
  }

  mutable std::mutex mutex_;
  std::condition_variable condition_;
  bool interrupted_ = false;
  bool paused_ = false;
};

}  // namespace redbook
