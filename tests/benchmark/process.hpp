#pragma once

#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

/// Seconds of a clock since some beginning.
inline double seconds_of(clockid_t clock) {
  timespec time{};
  ::clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// Seconds, and processor seconds of this process.
struct Moment {
  double wall = seconds_of(CLOCK_MONOTONIC);
  double cpu = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
};

/// A figure of /proc/self/status that is in KiB: VmRSS, VmHWM. 0 if it is not there.
inline long status_kib(const std::string &name) {
  std::ifstream status{"/proc/self/status"};
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(name + ":")) return std::stol(line.substr(name.size() + 1));
  return 0;
}

/// Open descriptors of this process.
inline long descriptors() {
  using std::filesystem::directory_iterator;
  const auto with_own = std::distance(directory_iterator{"/proc/self/fd"}, {});
  return with_own - 1;
}
