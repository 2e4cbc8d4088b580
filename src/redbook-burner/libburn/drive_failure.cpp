// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/libburn/drive_failure.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace redbook {
namespace {

struct Verdict {
  Fault fault;
  Result result;
  std::string sentence;
};

// Additional sense codes of SPC-3 and MMC-3, annex F.
constexpr std::uint8_t write_error = 0x0C;
constexpr std::uint8_t loss_of_streaming = 0x09;
constexpr std::uint8_t address_out_of_range = 0x21;
constexpr std::uint8_t medium_not_present = 0x3A;
constexpr std::uint8_t end_of_user_area = 0x63;

constexpr int did_no_connect = 1;
constexpr int did_time_out = 3;

Verdict of_drive(Result result, const char *sentence) {
  return {Fault::drive, result, sentence};
}
Verdict of_medium(Result result, const char *sentence) {
  return {Fault::medium, result, sentence};
}

/// The step that was refused, if the sense says no more than that.
Verdict verdict_of_step(std::uint8_t operation) {
  switch (operation) {
    case 0x5D:
      return of_drive(
          Result::initialize_write,
          "The drive refused the layout of the disc: write-mode=tao may work.");
    case 0x55:
      return of_drive(Result::initialize_write,
                      "The drive refused how the disc was to be written.");
    case 0x35:
    case 0x5B:
      return of_drive(Result::initialize_end_write,
                      "The drive could not close the disc.");
    case 0x1B:
      return of_drive(Result::device_not_accessible, "The drive did not move its tray.");
    case 0xA1:
      return of_medium(Result::erase_failed, "The drive could not erase the disc.");
    default:
      return of_drive(Result::cannot_write_to_medium,
                      "The drive refused to go on writing.");
  }
}

std::optional<Verdict> verdict_of_place(const CommandFault &fault) {
  if (fault.asc == medium_not_present)
    return of_medium(Result::medium_not_present,
                     "The disc was taken out of the drive while it was written.");
  if (fault.key == sense_key::illegal_request &&
      ((fault.asc == address_out_of_range && fault.ascq == 0) ||
       fault.asc == end_of_user_area))
    return of_medium(Result::disc_full, "The disc has no room for the rest.");
  if (fault.asc == write_error && fault.ascq == loss_of_streaming)
    return of_drive(
        Result::loss_of_streaming,
        "The drive's buffer ran empty, since the audio did not come fast enough: a lower write-speed helps.");
  return {};
}

Verdict verdict_of_write(const CommandFault &fault) {
  switch (fault.key) {
    case sense_key::medium_error:
      return of_medium(
          Result::cannot_write_to_medium,
          "The drive could not write on the disc: it is dirty, damaged, or of a make that the drive does not like.");
    case sense_key::data_protect:
      return of_medium(Result::cannot_write_to_medium,
                       "The disc is protected against writing.");
    case sense_key::hardware_error:
      return of_drive(Result::cannot_write_to_medium,
                      "The drive has failed: its own parts report an error.");
    case sense_key::aborted_command:
      return of_drive(Result::cannot_write_to_medium, "The drive broke off writing.");
    case sense_key::not_ready:
      return of_drive(Result::cannot_write_to_medium,
                      "The drive was no longer ready to write.");
    default: return verdict_of_step(fault.operation);
  }
}

Verdict verdict_of_sense(const CommandFault &fault) {
  constexpr std::uint8_t write_10 = 0x2A;
  if (auto verdict = verdict_of_place(fault)) return *verdict;
  return fault.operation == write_10 ? verdict_of_write(fault)
                                     : verdict_of_step(fault.operation);
}

Verdict verdict_of_way(const CommandFault &fault) {
  if (fault.host_status == did_time_out)
    return of_drive(Result::command_timeout,
                    "The drive did not answer in time: check its cable and power.");
  if (fault.host_status == did_no_connect)
    return of_drive(Result::device_not_present,
                    "The drive can't be reached any more: check its cable and power.");
  return of_drive(Result::device_not_accessible,
                  "The connection to the drive failed: check its cable and power.");
}

Verdict verdict_of(const CommandFault &fault) {
  using Kind = CommandFault::Kind;
  switch (fault.kind) {
    case Kind::sense: return verdict_of_sense(fault);
    case Kind::busy:
      return of_drive(Result::command_timeout,
                      "The drive stayed busy and took no more commands.");
    case Kind::no_reply: return verdict_of_way(fault);
    case Kind::gone:
      if (fault.error_number != ENODEV && fault.error_number != ENXIO)
        return verdict_of_way(fault);
      return of_drive(Result::device_not_present,
                      "The drive has gone: check its cable and power.");
    case Kind::short_transfer: break;
  }
  return of_drive(Result::cannot_write_to_medium,
                  "The drive took less audio than it was sent.");
}

Verdict verdict_of(const DriveFailure &failure) {
  if (failure.fault) return verdict_of(*failure.fault);
  if (failure.out_of_time)
    return of_drive(Result::command_timeout,
                    "The drive took too long and was given up: switch it off and on.");
  return of_drive(Result::generic,
                  "The drive or libburn has failed: the details say why.");
}

std::string detail_of(const DriveFailure &failure) {
  auto detail = failure.device + ", " + failure.stage;
  if (failure.fault) detail += ", " + to_string(*failure.fault);
  constexpr int max_messages = 4;  // the first ones say why
  int told = 0;
  for (const auto &message : failure.messages)
    if (message.severity != LibburnMessage::Severity::note && ++told <= max_messages)
      detail += "; libburn: " + message.text;
  return detail;
}

DriveTrace trace_of(const DriveFailure &failure) {
  DriveTrace trace{.stage = failure.stage};
  if (!failure.fault) return trace;
  trace.command = name_of_command(*failure.fault);
  trace.sense = sense_of(*failure.fault);
  trace.lba = failure.fault->lba;
  return trace;
}

}  // namespace

bool tell_of_failure(const LibburnMessages &messages) {
  return std::any_of(messages.begin(), messages.end(), [](const auto &message) {
    return message.severity == LibburnMessage::Severity::failure;
  });
}

Error error_of(const DriveFailure &failure) {
  auto verdict = verdict_of(failure);
  if (!failure.consequence.empty()) verdict.sentence += " " + failure.consequence;
  return Error{verdict.fault, verdict.result, std::move(verdict.sentence),
               detail_of(failure)}
      .traced(trace_of(failure));
}

std::string medium_state_after(const Medium &medium, bool simulated, bool written) {
  if (simulated) return "Nothing was written, since it was a simulation.";
  if (!written) return "Nothing was written: the disc is as it was.";
  if (medium.type == MediumType::cd_rw)
    return "The disc is incomplete: blank=fast makes it usable again.";
  return "The disc is spoilt.";
}

}  // namespace redbook
