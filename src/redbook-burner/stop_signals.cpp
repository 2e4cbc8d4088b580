// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/stop_signals.hpp"

#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>

#include <array>
#include <csignal>
#include <cstdint>

namespace redbook {
namespace {

sigset_t signals_to_stop() {
  sigset_t set;
  sigemptyset(&set);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&set, number);
  return set;
}

FileDescriptor blocked_signals() {
  const auto set = signals_to_stop();
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
  return FileDescriptor{::signalfd(-1, &set, SFD_CLOEXEC)};
}

}  // namespace

StopSignals::StopSignals()
    : signals_{blocked_signals()}, end_{::eventfd(0, EFD_CLOEXEC)}, thread_{[this] {
        wait();
      }} {}

StopSignals::~StopSignals() {
  const std::uint64_t one = 1;
  static_cast<void>(::write(end_.get(), &one, sizeof one));
}

void StopSignals::wait() {
  std::array<pollfd, 2> both{pollfd{signals_.get(), POLLIN, 0},
                             pollfd{end_.get(), POLLIN, 0}};
  while (::poll(both.data(), both.size(), -1) < 0) {
  }
  if (both[0].revents & POLLIN) stop_.request_stop();
}

}  // namespace redbook
