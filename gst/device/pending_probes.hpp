/// How many drives are still being looked at.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace redbook {

/// Counts probes that are under way; those of drives that nobody was told of are counted
/// apart. Any thread.
class PendingProbes {
 public:
  using Milliseconds = std::chrono::milliseconds;

  /// One probe, from its beginning to its end.
  class Probe {
   public:
    Probe(PendingProbes &pending, bool has_name)
        : pending_{pending}, has_name_{has_name} {
      pending_.count(has_name_, 1);
    }
    ~Probe() { pending_.count(has_name_, -1); }
    Probe(const Probe &) = delete;
    Probe &operator=(const Probe &) = delete;

   private:
    PendingProbes &pending_;
    bool has_name_;
  };

  void wait_for_unnamed(Milliseconds max) {
    std::unique_lock lock{mutex_};
    changed_.wait_for(lock, max, [this] { return unnamed_ == 0; });
  }
  void wait_for_all(Milliseconds max) {
    std::unique_lock lock{mutex_};
    changed_.wait_for(lock, max, [this] { return unnamed_ + named_ == 0; });
  }

 private:
  void count(bool has_name, int difference) {
    const std::lock_guard lock{mutex_};
    (has_name ? named_ : unnamed_) += difference;
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  int unnamed_ = 0;
  int named_ = 0;
};

}  // namespace redbook
