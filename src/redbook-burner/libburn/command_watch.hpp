// SPDX-License-Identifier: GPL-2.0-or-later
/// Stands between libburn and the drive, and sees what libburn does not tell.
#pragma once

#include <scsi/sg.h>

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <span>

#include "redbook-burner/libburn/command_fault.hpp"

namespace redbook {

/// All commands of this process to its drive pass here. libburn takes a time-out of a
/// WRITE or a drive that is busy for success; here they become refusals that it
/// understands, and no WRITE goes on behind one that failed. From any thread.
class CommandWatch {
 public:
  using Send = std::function<int(sg_io_hdr &)>;
  using Clock = std::chrono::steady_clock;

  /// The one that ioctl() uses.
  static CommandWatch &of_process();

  /// From here on failures count, and the first one holds back all WRITEs that follow.
  /// With `lock_tray` the drive's button is without effect until end(). Both need a
  /// device that libburn has open.
  void begin(bool lock_tray);
  void end();

  /// The first failure since begin().
  std::optional<CommandFault> fault() const;

  /// Whether the medium has taken audio or texts since begin().
  bool has_written() const;

  /// Nothing is sent any more after `when`, so that no wait lasts for ever.
  void set_deadline(Clock::time_point when);
  void clear_deadline();
  /// Whether a command was held back because of the deadline.
  bool ran_out_of_time() const;

  /// How often the drive has told of another medium, or of none, since the process began.
  int medium_changes() const;

  /// How a command of our own to the drive that libburn has open has failed, if it has.
  /// `answer`: filled with what the drive sends; `length` tells how much that was.
  struct Answer {
    std::optional<CommandFault> fault{};
    std::size_t length = 0;
  };
  Answer ask(std::span<std::uint8_t> command, std::span<std::byte> answer);

  /// What ioctl(fd, SG_IO, &header) answers; `send` hands the command to the system.
  /// libburn's wishes to lock the tray are not passed on: begin() does that.
  int carry_out(sg_io_hdr &header, const Send &send);

 private:
  bool holds_back(const sg_io_hdr &header);
  void lock_tray(bool locked);
  bool tray_is_locked() const;
  void note(const CommandFault &fault);
  void note_written(const sg_io_hdr &header);
  std::optional<CommandFault> fault_after(const sg_io_hdr &header, int outcome);

  mutable std::mutex mutex_;
  bool watching_ = false;
  bool locked_ = false;
  bool written_ = false;
  bool late_ = false;
  int medium_changes_ = 0;
  std::optional<CommandFault> fault_;
  std::optional<Clock::time_point> deadline_;
  Send send_;  // to the device that is open
};

/// Watches while it lives.
class Watched {
 public:
  enum class Tray { free, locked };
  explicit Watched(Tray tray) { CommandWatch::of_process().begin(tray == Tray::locked); }
  ~Watched() { CommandWatch::of_process().end(); }
  Watched(const Watched &) = delete;
  Watched &operator=(const Watched &) = delete;
};

/// Lets nothing be sent once `patience` is over, while it lives. renew() begins anew.
class TimeLimit {
 public:
  explicit TimeLimit(std::chrono::seconds patience) : patience_{patience} { renew(); }
  ~TimeLimit() { CommandWatch::of_process().clear_deadline(); }
  TimeLimit(const TimeLimit &) = delete;
  TimeLimit &operator=(const TimeLimit &) = delete;

  void renew() {
    CommandWatch::of_process().set_deadline(CommandWatch::Clock::now() + patience_);
  }

 private:
  std::chrono::seconds patience_;
};

}  // namespace redbook
