// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/libburn/command_fault.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>

namespace redbook {
namespace {

using namespace operation;

struct Name {
  std::uint8_t operation;
  const char *name;
  bool burns;
};
constexpr std::array names{
    Name{start_stop_unit, "START STOP UNIT", true},
    Name{write_10, "WRITE(10)", true},
    Name{synchronize_cache, "SYNCHRONIZE CACHE", true},
    Name{read_sub_channel, "READ SUB-CHANNEL", false},
    Name{mode_select_10, "MODE SELECT(10)", true},
    Name{close_track_or_session, "CLOSE TRACK/SESSION", true},
    Name{send_cue_sheet, "SEND CUE SHEET", true},
    Name{blank, "BLANK", true},
    Name{read_cd, "READ CD", false},
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

CommandFault fault_of(const sg_io_hdr &header, CommandFault::Kind kind) {
  CommandFault fault;
  fault.kind = kind;
  fault.operation = header.cmdp[0];
  if (fault.operation != write_10) return fault;
  std::uint32_t lba = 0;
  for (const int at : {2, 3, 4, 5}) lba = lba << 8 | header.cmdp[at];
  fault.lba = static_cast<std::int32_t>(lba);
  return fault;
}

bool describes(std::uint8_t response_code) { return (response_code & 0x7F) >= 0x72; }

// Sense data have their codes at other places in the descriptor format (SPC-3, 4.5).
CommandFault sense_fault(const sg_io_hdr &header) {
  auto fault = fault_of(header, CommandFault::Kind::sense);
  const auto *sense = header.sbp;
  const bool descriptors = describes(sense[0]);
  fault.key = sense[descriptors ? 1 : 2] & 0x0F;
  fault.asc = sense[descriptors ? 2 : 12];
  fault.ascq = sense[descriptors ? 3 : 13];
  return fault;
}

bool writes(const sg_io_hdr &header) {
  return header.dxfer_direction == SG_DXFER_TO_DEV && header.dxfer_len > 0;
}

bool has_sense(const sg_io_hdr &header) {
  const int least = header.sbp && describes(header.sbp[0]) ? 8 : 14;
  return header.status == status_check_condition && header.sb_len_wr >= least;
}

}  // namespace

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

bool matters(const sg_io_hdr &header) {
  constexpr std::uint8_t moves_tray = 0x02;
  if (header.cmdp[0] == start_stop_unit) return header.cmdp[4] & moves_tray;
  const auto *known = name_of_operation(header.cmdp[0]);
  return known && known->burns;
}

bool tells_of_another_medium(const CommandFault &fault) {
  constexpr std::uint8_t medium_may_have_changed = 0x28;
  constexpr std::uint8_t medium_not_present = 0x3A;
  if (fault.kind != CommandFault::Kind::sense) return false;
  return (fault.key == sense_key::unit_attention &&
          fault.asc == medium_may_have_changed) ||
         (fault.key == sense_key::not_ready && fault.asc == medium_not_present);
}

bool passes(const CommandFault &fault) {
  if (fault.kind != CommandFault::Kind::sense) return false;
  return fault.key == 0 || fault.key == sense_key::recovered_error ||
         fault.key == sense_key::unit_attention ||
         (fault.key == sense_key::not_ready && fault.asc == 0x04);
}

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
    case CommandFault::Kind::gone:
      return text + ": " + std::generic_category().message(fault.error_number);
    case CommandFault::Kind::short_transfer: break;
  }
  return text + ": not all of it was taken";
}

}  // namespace redbook
