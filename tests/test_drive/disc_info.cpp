#include <algorithm>
#include <array>

#include "test_drive/commands.hpp"

namespace redbook::drive {
namespace {

constexpr std::uint8_t invisible_track = 0xFF;

void put_msf(Bytes &bytes, std::size_t at, Msf msf) {
  put(bytes, at, std::array{msf.minute, msf.second, msf.frame});
}

/// First and last track of the last session, which may be one that is yet to begin.
std::pair<int, int> tracks_of_last_session(const Catalogue &disc) {
  if (disc.finalised || disc.session_open()) {
    const auto tracks = disc.tracks_of(disc.session_count);
    if (!tracks.empty()) {
      // An appendable session has its invisible track too.
      const int beyond = disc.finalised ? 0 : 1;
      return {tracks.front().number, tracks.back().number + beyond};
    }
  }
  return {disc.next_track_number(), disc.next_track_number()};
}

bool can_go_on(const Catalogue &disc) {
  return disc.writable() && !disc.finalised && !disc.spoilt &&
         !disc.session_at_once_begun;
}

struct TrackReport {
  TrackEntry track;
  bool blank = false;
  bool has_next = false;
  Lba next;
  int free_blocks = 0;
};

/// Where the next WRITE goes. A session at once begins with its pregap, which hosts look
/// up here for all sessions but the first.
Lba next_write(const Catalogue &disc, const WriteParameters &parameters) {
  const bool whole = parameters.type() == WriteParameters::Type::session_at_once;
  return whole && disc.closed_sessions() > 0 ? disc.next_program() : disc.next_writable();
}

TrackReport invisible_report(Workings &drive) {
  const auto &disc = drive.disc();
  if (!disc.writable() || disc.finalised) throw sense::invalid_field_in_cdb;
  TrackReport report;
  report.track.number = static_cast<std::uint8_t>(disc.next_track_number());
  report.track.session = static_cast<std::uint8_t>(disc.recording_session());
  report.track.control = drive.state.write_parameters.control();
  report.blank = true;
  report.has_next = can_go_on(disc);
  report.next = next_write(disc, drive.state.write_parameters);
  report.track.start = report.track.end = report.next;
  report.free_blocks = std::max(0, disc.last_lead_out - report.next);
  return report;
}

/// What the TOC makes of a track: it lasts until the next one's index 01.
Lba end_by_toc(const Catalogue &disc, const TrackEntry &track) {
  if (track.session > disc.closed_sessions()) return track.end;
  const auto *const next = disc.track(track.number + 1);
  return next && next->session == track.session ? next->start : track.end;
}

TrackReport report_of(Workings &drive, const TrackEntry &track) {
  TrackReport report;
  report.track = track;
  report.track.end = end_by_toc(drive.disc(), track);
  report.has_next = track.open;
  report.next = track.end;
  if (track.open) report.free_blocks = drive.disc().last_lead_out - track.end;
  return report;
}

TrackReport wanted_report(Workings &drive, const Command &command) {
  const auto &disc = drive.disc();
  const auto address = get_32(command.cdb, 2);
  const TrackEntry *track = nullptr;
  switch (command.at(1) & 3) {
    case 0: track = disc.track_at(Lba{static_cast<std::int32_t>(address)}); break;
    case 1:
      if (address == invisible_track ||
          static_cast<int>(address) == disc.next_track_number())
        return invisible_report(drive);
      track = disc.track(static_cast<int>(address));
      break;
    case 2:
      if (const auto tracks = disc.tracks_of(static_cast<int>(address)); !tracks.empty())
        track = &tracks.front();
      break;
    default: break;
  }
  if (!track) throw sense::invalid_field_in_cdb;
  return report_of(drive, *track);
}

}  // namespace

// MMC-3, READ DISC INFORMATION: the standard block of 34 bytes.
Bytes read_disc_information(Workings &drive, const Command &) {
  const auto &disc = drive.medium->catalogue();
  const auto [first, last] = tracks_of_last_session(disc);
  const int sessions =
      disc.session_count + (disc.finalised || disc.session_open() ? 0 : 1);
  Bytes info(34);
  put_16(info, 0, 32);
  info[2] = static_cast<std::uint8_t>((disc.kind == MediumKind::cd_rw ? 0x10 : 0) |
                                      last_session_status(disc) << 2 | disc_status(disc));
  info[3] = 1;
  info[4] = static_cast<std::uint8_t>(sessions);
  info[5] = static_cast<std::uint8_t>(first);
  info[6] = static_cast<std::uint8_t>(last);
  info[7] = 0x20;  // unrestricted use
  info[8] = disc.closed_sessions() ? 0x00 : 0xFF;
  if (disc.finalised || !disc.is_cd()) {
    put(info, 16, Bytes(8, 0xFF));
  } else {
    put_msf(info, 17, Msf::of(disc.next_lead_in()));
    put_msf(info, 21, Msf::of(disc.last_lead_out));
  }
  return info;
}

// MMC-3, READ TRACK INFORMATION.
Bytes read_track_information(Workings &drive, const Command &command) {
  const auto report = wanted_report(drive, command);
  const auto &track = report.track;
  constexpr std::uint8_t audio = 0x0F;
  Bytes info(36);
  put_16(info, 0, 34);
  info[2] = track.number;
  info[3] = track.session;
  info[5] = track.control;
  info[6] = static_cast<std::uint8_t>((report.blank ? 0x40 : 0) |
                                      (track.control & 4 ? 0x01 : audio));
  info[7] = report.has_next ? 0x01 : 0;
  put_32(info, 8, static_cast<std::uint32_t>(track.start.value));
  if (report.has_next) put_32(info, 12, static_cast<std::uint32_t>(report.next.value));
  put_32(info, 16, static_cast<std::uint32_t>(report.free_blocks));
  put_32(info, 24, static_cast<std::uint32_t>(track.end - track.start));
  return info;
}

Bytes read_capacity(Workings &drive, const Command &) {
  const auto &disc = drive.medium->catalogue();
  Bytes capacity(8);
  if (const int closed = disc.closed_sessions())
    put_32(capacity, 0,
           static_cast<std::uint32_t>(disc.sessions[closed - 1].lead_out.value - 1));
  put_32(capacity, 4, 2048);
  return capacity;
}

Bytes read_structure(Workings &, const Command &) { throw sense::incompatible_format; }

}  // namespace redbook::drive
