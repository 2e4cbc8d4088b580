/// A burn in the background.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <thread>

#include "burn/burner.hpp"

namespace redbook {

/// One burn on a thread of its own: the only thread in the core. Destroying the job
/// cancels the burn and waits for it; it must not happen in an observer's call or in
/// `finished`.
class BurnJob {
 public:
  /// How it went: null, or what the burner threw. Called last, on the burning thread.
  using Finished = std::function<void(std::exception_ptr)>;

  /// The observer must outlive the job.
  BurnJob(std::unique_ptr<Burner> burner, Disc disc, BurnObserver &observer,
          Finished finished);

  /// Asks the burn to stop, and does not wait. From any thread, burning one included.
  void cancel() noexcept { thread_.request_stop(); }

 private:
  std::jthread thread_;
};

}  // namespace redbook
