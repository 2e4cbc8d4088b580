#include "test_drive/commands.hpp"
#include "test_drive/recording.hpp"

namespace redbook::drive {
namespace {

using namespace std::chrono_literals;

constexpr double program_seconds_of_lead_out = 90;

/// How long the drive takes over `seconds` worth of disc; no time if it is instant.
Clock::Nanoseconds time_for(const Workings &drive, double seconds) {
  if (drive.settings.speed == 0) return 0ns;
  return std::chrono::duration_cast<Clock::Nanoseconds>(
      std::chrono::duration<double>{seconds / drive.settings.speed});
}

bool immediate(const Command &command) { return command.at(1) & 0x02; }

}  // namespace

Bytes write(Workings &drive, const Command &command) {
  const Lba lba{static_cast<std::int32_t>(get_32(command.cdb, 2))};
  const auto blocks = get_16(command.cdb, 7);
  if (blocks == 0) return {};
  if (command.parameters.size() % blocks != 0) throw sense::invalid_field_in_cdb;
  check_stream(drive);
  using Type = WriteParameters::Type;
  const auto block_bytes = command.parameters.size() / blocks;
  const bool lead_in = drive.state.recording == Recording::session_at_once &&
                       block_bytes == text_block_bytes;
  if (!lead_in && block_bytes != bytes_per_block) throw sense::invalid_field_in_cdb;
  if (drive.state.write_parameters.type() == Type::session_at_once)
    write_session_at_once(drive, lba, command.parameters);
  else
    write_track_at_once(drive, lba, command.parameters);
  return {};
}

Bytes synchronize_cache(Workings &drive, const Command &command) {
  auto &state = drive.state;
  const bool unfinished =
      state.recording == Recording::session_at_once && drive.disc().session_at_once_begun;
  if (unfinished) check_stream(drive);
  const auto length = drive.pace().drain();
  end_track(drive);
  if (state.recording == Recording::nothing) drive.pace().stop();
  drive.keep_busy(length, sense::long_write_in_progress, immediate(command));
  return {};
}

Bytes read_buffer_capacity(Workings &drive, const Command &) {
  auto pace = drive.pace();
  Bytes bytes(12);
  put_16(bytes, 0, 10);
  put_32(bytes, 4, static_cast<std::uint32_t>(pace.capacity()));
  put_32(bytes, 8, static_cast<std::uint32_t>(pace.free_bytes()));
  return bytes;
}

Bytes send_cue_sheet(Workings &drive, const Command &command) {
  const auto length = get_24(command.cdb, 6);
  if (command.parameters.size() < length) throw sense::parameter_list_length;
  take_cue_sheet(drive, command.parameters.first(length));
  return {};
}

// MMC-3, CLOSE TRACK/SESSION: function 1 closes a track, 2 the session.
Bytes close_track_or_session(Workings &drive, const Command &command) {
  if (!drive.medium->catalogue().writable()) throw sense::cannot_write_medium;
  if (drive.state.recording == Recording::session_at_once)
    throw sense::incomplete_session;
  switch (command.at(2) & 0x7) {
    case 1: end_track(drive); return {};
    case 2: break;
    default: throw sense::invalid_field_in_cdb;
  }
  if (drive.disc().session_at_once_begun) throw sense::incomplete_session;
  close_session(drive);
  end_simulation(drive);
  drive.keep_busy(time_for(drive, program_seconds_of_lead_out),
                  sense::long_write_in_progress, command.at(1) & 0x01);
  return {};
}

// MMC-3, BLANK: type 0 blanks all of the disc, 1 only PMA, lead-in and pregap.
Bytes blank(Workings &drive, const Command &command) {
  constexpr double minimal_seconds = 120;
  if (drive.medium->catalogue().kind != MediumKind::cd_rw)
    throw sense::cannot_write_medium;
  const auto type = command.at(1) & 0x7;
  if (type > 1) throw sense::invalid_field_in_cdb;
  end_recording(drive);
  end_simulation(drive);
  const auto seconds = drive.disc().last_lead_out.value / double{blocks_per_second};
  drive.medium->erase(type == 0);
  drive.keep_busy(time_for(drive, type == 0 ? seconds : minimal_seconds),
                  sense::long_write_in_progress, command.at(1) & 0x10);
  return {};
}

}  // namespace redbook::drive
