// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/libburn/command_watch.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>
#include <thread>

namespace redbook {
namespace {

using namespace std::chrono_literals;

using namespace operation;

constexpr std::uint8_t driver_sense = 0x08;

/// A WRITE blocks while the drive's buffer is full and while it calibrates its laser:
/// that takes seconds. libburn would wait for 200.
constexpr auto max_command_time = 60s;

/// A drive that is busy has not taken the command: it can be sent again.
constexpr auto max_busy_time = 20s;
constexpr auto busy_pause = 50ms;

/// Makes the answer one of the drive: B/00/00, which libburn takes as final. (4/08/00,
/// communication failure, it would send again for minutes.)
void answer_with_failure(sg_io_hdr &header) {
  header.status = status_check_condition;
  header.masked_status = status_check_condition >> 1;
  header.host_status = 0;
  header.driver_status = driver_sense;
  header.info = SG_INFO_CHECK;
  header.resid = static_cast<int>(header.dxfer_len);
  std::array<std::uint8_t, 18> sense{};
  sense[0] = 0x70;
  sense[2] = sense_key::aborted_command;
  sense[7] = 10;
  const auto count = std::min<std::size_t>(sense.size(), header.mx_sb_len);
  if (header.sbp) std::memcpy(header.sbp, sense.data(), count);
  header.sb_len_wr = static_cast<unsigned char>(count);
}

void shorten(unsigned &timeout_ms) {
  const auto most =
      static_cast<unsigned>(std::chrono::milliseconds{max_command_time}.count());
  if (timeout_ms == 0 || timeout_ms > most) timeout_ms = most;
}

int send_until_taken(sg_io_hdr &header, const CommandWatch::Send &send) {
  const auto end = CommandWatch::Clock::now() + max_busy_time;
  for (;;) {
    const int outcome = send(header);
    const bool busy = outcome == 0 && header.status == status_busy;
    if (!busy || CommandWatch::Clock::now() + busy_pause > end) return outcome;
    std::this_thread::sleep_for(busy_pause);
  }
}

}  // namespace

CommandWatch &CommandWatch::of_process() {
  static CommandWatch watch;
  return watch;
}

void CommandWatch::lock_tray(bool locked) {
  Send send;
  {
    const std::lock_guard lock{mutex_};
    if (locked_ == locked) return;
    locked_ = locked;
    send = send_;
  }
  std::array<unsigned char, 6> command{prevent_allow_removal, 0, 0, 0, locked, 0};
  std::array<unsigned char, 32> sense{};
  sg_io_hdr header{};
  header.interface_id = 'S';
  header.dxfer_direction = SG_DXFER_NONE;
  header.cmdp = command.data();
  header.cmd_len = command.size();
  header.sbp = sense.data();
  header.mx_sb_len = sense.size();
  shorten(header.timeout);
  if (send) send(header);  // a drive that refuses has no lock
}

bool CommandWatch::tray_is_locked() const {
  const std::lock_guard lock{mutex_};
  return locked_;
}

void CommandWatch::begin(bool lock) {
  {
    const std::lock_guard guard{mutex_};
    watching_ = true;
    written_ = late_ = false;
    fault_.reset();
  }
  if (lock) lock_tray(true);
}

void CommandWatch::end() {
  lock_tray(false);
  const std::lock_guard lock{mutex_};
  watching_ = false;
}

std::optional<CommandFault> CommandWatch::fault() const {
  const std::lock_guard lock{mutex_};
  return fault_;
}

bool CommandWatch::has_written() const {
  const std::lock_guard lock{mutex_};
  return written_;
}

void CommandWatch::set_deadline(Clock::time_point when) {
  const std::lock_guard lock{mutex_};
  deadline_ = when;
}

void CommandWatch::clear_deadline() {
  const std::lock_guard lock{mutex_};
  deadline_.reset();
}

bool CommandWatch::ran_out_of_time() const {
  const std::lock_guard lock{mutex_};
  return late_;
}

bool CommandWatch::holds_back(const sg_io_hdr &header) {
  const std::lock_guard lock{mutex_};
  if (deadline_ && Clock::now() > *deadline_) late_ = true;
  const auto operation = header.cmdp[0];
  const bool would_write = operation == write_10 || operation == send_cue_sheet;
  return (deadline_ && Clock::now() > *deadline_) || (watching_ && fault_ && would_write);
}

void CommandWatch::note(const CommandFault &fault) {
  const std::lock_guard lock{mutex_};
  if (watching_ && !fault_ && !passes(fault)) fault_ = fault;
}

void CommandWatch::note_written(const sg_io_hdr &header) {
  const std::lock_guard lock{mutex_};
  if (header.cmdp[0] == write_10) written_ = true;
}

int CommandWatch::medium_changes() const {
  const std::lock_guard lock{mutex_};
  return medium_changes_;
}

std::optional<CommandFault> CommandWatch::fault_after(const sg_io_hdr &header,
                                                      int outcome) {
  auto fault = fault_in(header, outcome);
  if (fault && tells_of_another_medium(*fault)) {
    const std::lock_guard lock{mutex_};
    ++medium_changes_;
  }
  return fault;
}

CommandWatch::Answer CommandWatch::ask(std::span<std::uint8_t> command,
                                       std::span<std::byte> answer) {
  Send send;
  {
    const std::lock_guard lock{mutex_};
    send = send_;
  }
  if (!send) throw std::logic_error{"no drive is open"};
  std::array<unsigned char, 32> sense{};
  sg_io_hdr header{};
  header.interface_id = 'S';
  header.dxfer_direction = SG_DXFER_FROM_DEV;
  header.dxferp = answer.data();
  header.dxfer_len = static_cast<unsigned>(answer.size());
  header.cmdp = command.data();
  header.cmd_len = static_cast<unsigned char>(command.size());
  header.sbp = sense.data();
  header.mx_sb_len = sense.size();
  shorten(header.timeout);
  const int outcome = send_until_taken(header, send);
  const auto left = static_cast<std::size_t>(std::max(0, header.resid));
  return {fault_after(header, outcome), answer.size() - std::min(left, answer.size())};
}

int CommandWatch::carry_out(sg_io_hdr &header, const Send &send) {
  if (header.interface_id != 'S' || !header.cmdp) return send(header);
  {
    const std::lock_guard lock{mutex_};
    send_ = send;
  }
  if (holds_back(header)) {
    answer_with_failure(header);
    return 0;
  }
  if (header.cmdp[0] == prevent_allow_removal) header.cmdp[4] = tray_is_locked();
  shorten(header.timeout);
  const int outcome = send_until_taken(header, send);
  const auto fault = fault_after(header, outcome);
  if (!fault) {
    note_written(header);
    return 0;
  }
  if (matters(header)) note(*fault);
  if (fault->kind != CommandFault::Kind::sense) answer_with_failure(header);
  return 0;
}

}  // namespace redbook
