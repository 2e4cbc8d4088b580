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
  void interrupt() { set_interrupted(true); }
  /// GstBaseSink::unlock_stop.
  void resume() { set_interrupted(false); }

  /// Looks again whether what is waited for is so.
  void wake() {
    { const std::lock_guard lock{mutex_}; }
    condition_.notify_all();
  }

  /// Until `ready()` says so. An interruption goes first.
  template <typename Ready>
  Woken wait(Ready &&ready) {
    std::unique_lock lock{mutex_};
    condition_.wait(lock, [&] { return interrupted_ || ready(); });
    return interrupted_ ? Woken::interrupted : Woken::ready;
  }

  template <typename Ready>
  Woken wait_until(Time deadline, Ready &&ready) {
    std::unique_lock lock{mutex_};
    const bool woken =
        condition_.wait_until(lock, deadline, [&] { return interrupted_ || ready(); });
    if (interrupted_) return Woken::interrupted;
    return woken ? Woken::ready : Woken::timed_out;
  }

 private:
  void set_interrupted(bool interrupted) {
    {
      const std::lock_guard lock{mutex_};
      interrupted_ = interrupted;
    }
    condition_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable condition_;
  bool interrupted_ = false;
};

}  // namespace redbook
