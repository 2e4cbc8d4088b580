/// Burns in the background.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "burn/burner.hpp"
#include "burn/failures.hpp"

namespace redbook {

/// Who hears of one burn, from its beginning to its end.
class BurnAudience : public BurnObserver {
 public:
  /// How it went: null, or what was thrown.
  virtual void burn_finished(const std::exception_ptr &outcome) noexcept = 0;

  /// The last word, after everybody has heard of what went wrong.
  virtual void batch_finished() noexcept {}
};

/// A burn that is due.
struct DueBurn {
  std::string where{};  ///< for failures; empty: it is the only one
  Disc disc{};
  std::unique_ptr<Burner> burner{};
  std::unique_ptr<BurnAudience> audience{};
};

/// The burns of one drive, one after another. The first that fails is the last.
using BurnRun = std::vector<DueBurn>;

/// Which burn of which run, from 0 on.
struct BurnPlace {
  std::size_t run = 0;
  std::size_t burn = 0;
};

/// Burns on all drives at once, each on a thread of its own: the only threads in the
/// core. A drive that fails stops no other. A burner goes after everybody has heard of
/// its burn. Destroying the batch cancels the burns and waits for them; it must not
/// happen on their threads.
class BurnBatch {
 public:
  struct Callbacks {
    /// On each thread, before it burns.
    std::function<void()> begin = [] {};
    /// No burn goes on any more; if there was one drive only, nobody has heard yet how
    /// it went. `place`: the burn that failed first. Returns what shall be heard.
    std::function<std::exception_ptr(const std::exception_ptr &outcome, BurnPlace place)>
        freed = [](const std::exception_ptr &outcome, BurnPlace) { return outcome; };
    /// Called with what freed() returned, if that is not null.
    std::function<void(const std::exception_ptr &)> failed =
        [](const std::exception_ptr &) {};
    /// Called last, likewise.
    std::function<void(const std::exception_ptr &)> finished =
        [](const std::exception_ptr &) {};
  };

  /// No run may be empty. `stop`: a stop that was requested already counts.
  BurnBatch(std::vector<BurnRun> runs, Callbacks callbacks, std::stop_source stop = {});
  ~BurnBatch() { cancel(); }
  BurnBatch(const BurnBatch &) = delete;
  BurnBatch &operator=(const BurnBatch &) = delete;

  /// Asks all burns to stop, and does not wait. From any thread, burning ones included.
  void cancel() noexcept { stop_.request_stop(); }

 private:
  void burn(std::size_t run);
  void leave(BurnPlace place, const std::exception_ptr &outcome);
  void end(DueBurn *alone);
  bool is_last();

  std::vector<BurnRun> runs_;
  Callbacks callbacks_;
  std::stop_source stop_;

  std::mutex mutex_;  // guards the rest, but the threads
  std::size_t left_;
  std::vector<Failure> failures_;
  BurnPlace failed_{};

  std::vector<std::jthread> threads_;  // destroyed first: they use the members above
};

}  // namespace redbook
