#include "test_drive/commands.hpp"
#include "test_drive/recording.hpp"

namespace redbook::drive {
namespace {

Sense sense_of_missing_medium(const Workings &drive) {
  return drive.state.tray_open ? sense::no_medium_tray_open
                               : sense::no_medium_tray_closed;
}

void eject(Workings &drive) {
  if (drive.state.removal_prevented) throw sense::removal_prevented;
  if (drive.medium) abandon_recording(drive);
  drive.medium.reset();
  drive.state.tray_open = true;
}

void load(Workings &drive) {
  auto &state = drive.state;
  if (!state.tray_open) return;
  state.tray_open = false;
  if (Medium::exists(drive.folder / "medium"))
    state.attention = sense::medium_may_have_changed;
}

}  // namespace

Bytes test_unit_ready(Workings &, const Command &) { return {}; }

Bytes do_nothing(Workings &, const Command &) { return {}; }

Bytes request_sense(Workings &drive, const Command &) {
  const auto last = std::exchange(drive.state.last_sense, sense::none);
  return fixed_sense(last);
}

// MMC-3, START STOP UNIT: byte 4 has LoEj (2) and Start (1).
Bytes start_stop(Workings &drive, const Command &command) {
  switch (command.at(4) & 0x3) {
    case 2: eject(drive); break;
    case 3: load(drive); break;
    case 1:
      if (!drive.medium) throw sense_of_missing_medium(drive);
      break;
    default: break;
  }
  return {};
}

Bytes prevent_removal(Workings &drive, const Command &command) {
  drive.state.removal_prevented = command.at(4) & 1;
  return {};
}

// MMC-3, GET EVENT STATUS NOTIFICATION: only the media class is reported, and only when
// polled.
Bytes event_status(Workings &drive, const Command &command) {
  if (!(command.at(1) & 1)) throw sense::invalid_field_in_cdb;
  constexpr std::uint8_t media_class = 4;
  Bytes event(8);
  put_16(event, 0, 6);
  event[2] = media_class;
  event[3] = 1 << media_class;
  event[5] =
      static_cast<std::uint8_t>((drive.medium ? 2 : 0) | (drive.state.tray_open ? 1 : 0));
  return event;
}

Bytes mechanism_status(Workings &drive, const Command &) {
  Bytes status(8);
  status[1] = drive.state.tray_open ? 0x10 : 0;
  status[5] = 1;
  return status;
}

}  // namespace redbook::drive
