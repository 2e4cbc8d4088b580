// SPDX-License-Identifier: GPL-2.0-or-later
/// Ctrl-C and its kin as a request to stop.
#pragma once

#include <stop_token>
#include <thread>

#include "handle.hpp"

namespace redbook {

/// While it lives, SIGINT, SIGTERM and SIGHUP request a stop, and do nothing else. To be
/// made before any other thread is, so that all inherit that.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals &) = delete;
  StopSignals &operator=(const StopSignals &) = delete;

  std::stop_token token() const noexcept { return stop_.get_token(); }

 private:
  void wait();

  std::stop_source stop_;
  FileDescriptor signals_;
  FileDescriptor end_;
  std::jthread thread_;
};

}  // namespace redbook
