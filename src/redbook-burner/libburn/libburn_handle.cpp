// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/libburn/libburn_handle.hpp"

#include <array>

#include "redbook-burner/libburn/device_node.hpp"

namespace redbook {
namespace {

/// A drive that has just got a disc needs up to half a minute; libburn waits for 300 s.
constexpr std::chrono::seconds max_opening_time{60};

// libburn wants its words in memory that can be written to, and never writes.
char *word(const char *text) { return const_cast<char *>(text); }

/// Once in a process: burn_finish() would end it for all.
void start_libburn() {
  static const bool started = [] {
    if (burn_initialize() == 0)
      throw Error{Fault::drive, Result::generic, "libburn can't be started."};
    burn_msgs_set_severities(word("NOTE"), word("NEVER"), word(""));
    return true;
  }();
  static_cast<void>(started);
}

int rank(const char *name) {
  int number = 0;
  burn_text_to_sev(word(name), &number, 0);
  return number;
}

LibburnMessage::Severity severity_of(const char *name) {
  using Severity = LibburnMessage::Severity;
  const int number = rank(name);
  if (number >= rank("FAILURE")) return Severity::failure;
  return number >= rank("SORRY") ? Severity::sorry : Severity::note;
}

}  // namespace

LibburnMessages take_messages() {
  LibburnMessages messages;
  std::array<char, BURN_MSGS_MESSAGE_LEN> text{};
  std::array<char, 80> severity{};
  int code = 0;
  int error_number = 0;
  while (burn_msgs_obtain(word("ALL"), &code, text.data(), &error_number,
                          severity.data()) == 1)
    messages.push_back({severity_of(severity.data()), code, text.data()});
  return messages;
}

LibburnHandle::LibburnHandle(const std::string &device) : device_{device} {
  auto real = usable_device(device);
  start_libburn();
  take_messages();
  const TimeLimit limit{max_opening_time};
  burn_drive_info *info = nullptr;
  const int found = burn_drive_scan_and_grab(&info, real.data(), 0);
  if (found == 1) info_.reset(info);
  if (found != 1) fail();
  held_ = true;
}

void LibburnHandle::fail() {
  DriveFailure failure{.device = device_, .stage = "opening"};
  failure.out_of_time = CommandWatch::of_process().ran_out_of_time();
  failure.messages = take_messages();
  const auto error = error_of(failure);
  if (failure.out_of_time) throw error;
  throw Error{Fault::drive, Result::device_not_accessible,
              "The device does not answer as a CD drive does.", error.detail()};
}

LibburnHandle::~LibburnHandle() {
  if (held_) release(false);
}

void LibburnHandle::release(bool eject) {
  held_ = false;
  burn_drive_release(drive(), eject);
}

void LibburnHandle::look_again() {
  const TimeLimit limit{max_opening_time};
  burn_drive_re_assess(drive(), 0);
}

void LibburnHandle::hold_again(Tray tray) {
  const TimeLimit limit{max_opening_time};
  {
    const Watched watched{Watched::Tray::free};
    release(tray == Tray::open);
    held_ = burn_drive_grab(drive(), tray == Tray::close) == 1;
  }
  DriveFailure failure{.device = device_, .stage = "moving the tray"};
  failure.fault = CommandWatch::of_process().fault();
  failure.messages = take_messages();
  if (failure.fault) throw error_of(failure);
  if (!held_) fail();
}

}  // namespace redbook
