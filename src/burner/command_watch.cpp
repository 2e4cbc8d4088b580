// SPDX-License-Identifier: GPL-2.0-or-later
#include "burner/command_watch.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <thread>

namespace redbook {
namespace {

using namespace std::chrono_literals;

// Operation codes of MMC-3.
constexpr std::uint8_t start_stop_unit = 0x1B;
constexpr std::uint8_t prevent_allow_removal = 0x1E;
constexpr std::uint8_t write_10 = 0x2A;
constexpr std::uint8_t synchronize_cache = 0x35;
constexpr std::uint8_t mode_select_10 = 0x55;
constexpr std::uint8_t close_track_or_session = 0x5B;
constexpr std::uint8_t send_cue_sheet = 0x5D;
constexpr std::uint8_t blank = 0xA1;

constexpr std::uint8_t status_check_condition = 0x02;
constexpr std::uint8_t status_busy = 0x08;
constexpr std::uint8_t driver_sense = 0x08;

// Sense keys of SPC-3.
constexpr std::uint8_t recovered_error = 0x1;
constexpr std::uint8_t not_ready = 0x2;
constexpr std::uint8_t unit_attention = 0x6;
constexpr std::uint8_t aborted_command = 0xB;

/// A WRITE blocks while the drive's buffer is full and while it calibrates its laser:
/// that takes seconds. libburn would wait for 200.
constexpr auto longest_command = 60s;

/// A drive that is busy has not taken the command: it can be sent again.
constexpr auto longest_busy = 20s;
constexpr auto busy_pause = 50ms;

struct Name {
  std::uint8_t operation;
  const char *name;
};
constexpr std::array names{
    Name{start_stop_unit, "START STOP UNIT"},
    Name{write_10, "WRITE(10)"},
    Name{synchronize_cache, "SYNCHRONIZE CACHE"},
    Name{mode_select_10, "MODE SELECT(10)"},
    Name{close_track_or_session, "CLOSE TRACK/SESSION"},
    Name{send_cue_sheet, "SEND CUE SHEET"},
    Name{blank, "BLANK"},
};

const Name *name_of_operation(std::uint8_t operation) {
  const auto *found = std::find_if(names.begin(), names.end(), [&](const Name &name) {
    return name.operation == operation;
  });
  return found == names.end() ? nullptr : found;
}

std::string hex(int value, const char *format = "%02X") {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), format, value);
  return text.data();
}

/// What a burn depends on. libburn asks for more that a drive may refuse, and starts and
/// stops the motor of an open drive.
bool matters(const sg_io_hdr &header) {
  constexpr std::uint8_t moves_tray = 0x02;
  if (header.cmdp[0] == start_stop_unit) return header.cmdp[4] & moves_tray;
  return name_of_operation(header.cmdp[0]) != nullptr;
}

/// What libburn waits for, or what is no failure at all.
bool passes(const CommandFault &fault) {
  if (fault.kind != CommandFault::Kind::sense) return false;
  return fault.key == 0 || fault.key == recovered_error || fault.key == unit_attention ||
         (fault.key == not_ready && fault.asc == 0x04);
}

CommandFault fault_of(const sg_io_hdr &header, CommandFault::Kind kind) {
  CommandFault fault;
  fault.kind = kind;
  fault.operation = header.cmdp[0];
  if (fault.operation == write_10)
    fault.lba = static_cast<std::int32_t>(
        static_cast<std::uint32_t>(header.cmdp[2]) << 24 | header.cmdp[3] << 16 |
        header.cmdp[4] << 8 | header.cmdp[5]);
  return fault;
}

// Sense data have their codes at other places in the descriptor format (SPC-3, 4.5).
CommandFault sense_fault(const sg_io_hdr &header) {
  auto fault = fault_of(header, CommandFault::Kind::sense);
  const auto *sense = header.sbp;
  const bool descriptors = (sense[0] & 0x7F) >= 0x72;
  fault.key = sense[descriptors ? 1 : 2] & 0x0F;
  fault.asc = sense[descriptors ? 2 : 12];
  fault.ascq = sense[descriptors ? 3 : 13];
  return fault;
}

bool writes(const sg_io_hdr &header) {
  return header.dxfer_direction == SG_DXFER_TO_DEV && header.dxfer_len > 0;
}

bool has_sense(const sg_io_hdr &header) {
  return header.status == status_check_condition && header.sb_len_wr >= 14;
}

std::optional<CommandFault> fault_in(const sg_io_hdr &header, int outcome) {
  if (outcome != 0) {
    auto fault = fault_of(header, CommandFault::Kind::gone);
    fault.error_number = errno;
    return fault;
  }
  if (header.host_status != 0 || (header.driver_status & 0x7) != 0) {
    auto fault = fault_of(header, CommandFault::Kind::no_reply);
    fault.host_status = header.host_status;
    return fault;
  }
  if (header.status == status_busy) return fault_of(header, CommandFault::Kind::busy);
  if (has_sense(header)) return sense_fault(header);
  if (header.status != 0) return fault_of(header, CommandFault::Kind::no_reply);
  if (writes(header) && header.resid > 0)
    return fault_of(header, CommandFault::Kind::short_transfer);
  return {};
}

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
  sense[2] = aborted_command;
  sense[7] = 10;
  const auto count = std::min<std::size_t>(sense.size(), header.mx_sb_len);
  if (header.sbp) std::memcpy(header.sbp, sense.data(), count);
  header.sb_len_wr = static_cast<unsigned char>(count);
}

void shorten(unsigned &timeout_ms) {
  const auto most =
      static_cast<unsigned>(std::chrono::milliseconds{longest_command}.count());
  if (timeout_ms == 0 || timeout_ms > most) timeout_ms = most;
}

int send_until_taken(sg_io_hdr &header, const CommandWatch::Send &send) {
  const auto end = CommandWatch::Clock::now() + longest_busy;
  for (;;) {
    const int outcome = send(header);
    const bool busy = outcome == 0 && header.status == status_busy;
    if (!busy || CommandWatch::Clock::now() + busy_pause > end) return outcome;
    std::this_thread::sleep_for(busy_pause);
  }
}

}  // namespace

std::string name_of_command(const CommandFault &fault) {
  const auto *known = name_of_operation(fault.operation);
  return known ? std::string{known->name} : "command " + hex(fault.operation) + "h";
}

std::string sense_of(const CommandFault &fault) {
  if (fault.kind != CommandFault::Kind::sense) return {};
  return hex(fault.key, "%X") + "/" + hex(fault.asc) + "/" + hex(fault.ascq);
}

std::string to_string(const CommandFault &fault) {
  auto text = name_of_command(fault);
  if (fault.lba) text += " at LBA " + std::to_string(*fault.lba);
  switch (fault.kind) {
    case CommandFault::Kind::sense: return text + ": sense " + sense_of(fault);
    case CommandFault::Kind::busy: return text + ": SCSI status BUSY";
    case CommandFault::Kind::no_reply:
      return text + ": host status " + std::to_string(fault.host_status);
    case CommandFault::Kind::gone: return text + ": " + std::strerror(fault.error_number);
    case CommandFault::Kind::short_transfer: break;
  }
  return text + ": not all of it was taken";
}

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
  const auto fault = fault_in(header, outcome);
  if (!fault) {
    note_written(header);
    return 0;
  }
  if (matters(header)) note(*fault);
  if (fault->kind != CommandFault::Kind::sense) answer_with_failure(header);
  return 0;
}

}  // namespace redbook
