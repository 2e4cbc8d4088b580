#include "test_drive/describe.hpp"

#include <array>
#include <cstdio>
#include <map>
#include <ostream>
#include <string>

namespace redbook::drive {
namespace {

std::string two_digits(unsigned number) {
  std::string text{number < 10 ? "0" : ""};
  return text.append(std::to_string(number));
}

std::string text_of(Msf msf) {
  return two_digits(msf.minute) + ":" + two_digits(msf.second) + ":" +
         two_digits(msf.frame);
}

std::string hex(View bytes) {
  std::string text;
  for (const auto byte : bytes) {
    std::array<char, 3> pair{};
    std::snprintf(pair.data(), pair.size(), "%02x", byte);
    text += pair.data();
  }
  return text;
}

const char *kind_of(const Catalogue &disc) {
  switch (disc.kind) {
    case MediumKind::cd_r: return "CD-R";
    case MediumKind::cd_rw: return "CD-RW";
    case MediumKind::pressed_cd: return "pressed CD";
    case MediumKind::dvd_rom: return "DVD";
  }
  return "";
}

const char *state_of(const Catalogue &disc) {
  if (disc.spoilt) return "spoilt";
  if (disc.session_at_once_begun) return "half-written";
  constexpr std::array words{"blank", "appendable", "complete"};
  return words[static_cast<std::size_t>(disc_status(disc))];
}

std::string flags_of(const TrackEntry &track) {
  const auto control = track.control;
  std::string flags;
  if (control & 1) flags += " pre-emphasis";
  if (control & 2) flags += " copy-permitted";
  if (track.scms) flags += " scms";
  if (control & 4) flags += " data";
  if (control & 8) flags += " four-channels";
  return flags;
}

void describe_track(std::ostream &out, const TrackEntry &track) {
  out << "track " << int{track.number} << ": " << text_of(Msf::of(track.start)) << " LBA "
      << track.start.value << ", " << track.end - track.start << " blocks";
  if (track.pregap != track.start)
    out << ", pregap " << track.start - track.pregap << " blocks";
  out << flags_of(track) << (track.open ? ", open" : "") << '\n';
}

/// Track and index a frame tells, as one number; -1 for a frame that tells none.
int place_in(const QFrame &q) { return (q[0] & 0xF) == 1 ? q[1] << 8 | q[2] : -1; }

void describe_frame(std::ostream &out, Lba lba, const QFrame &q) {
  out << "LBA " << lba.value << " " << hex(q) << (sealed(q) ? "" : " BAD CRC");
  if (const auto mcn = catalogue_of(q); mcn[0]) out << " MCN " << mcn.data();
  if (const auto isrc = isrc_of(q); isrc[0]) out << " ISRC " << isrc.data();
  if (place_in(q) >= 0)
    out << " track " << hex(View{q}.subspan(1, 1)) << " index "
        << hex(View{q}.subspan(2, 1));
  out << '\n';
}

}  // namespace

void describe_drive(std::ostream &out, const DriveState &state,
                    const Settings &settings) {
  out << "drive: " << settings.vendor << " " << settings.product << '\n'
      << "tray: " << (state.tray_open ? "open" : "closed")
      << (state.removal_prevented ? ", locked" : "") << '\n';
  if (state.gone) out << "unplugged\n";
  if (state.recording != Recording::nothing)
    out << "recording, next LBA " << state.next.value << '\n';
  out << "pauses to save the recording: " << state.pace.pauses << '\n';
}

void describe_disc(std::ostream &out, Medium &medium) {
  const auto &disc = medium.catalogue();
  out << "medium: " << state_of(disc) << " " << kind_of(disc) << '\n';
  if (disc.writable())
    out << "lead-in from: " << text_of(Msf::of(disc.atip_lead_in))
        << "\nlast possible lead-out: " << text_of(Msf::of(disc.last_lead_out)) << '\n';
  for (int session = 1; session <= disc.session_count; ++session) {
    out << "session " << session << '\n';
    for (const auto &track : disc.tracks_of(session)) describe_track(out, track);
    const auto &entry = disc.sessions[session - 1];
    if (entry.closed)
      out << "lead-out: " << text_of(Msf::of(entry.lead_out)) << " LBA "
          << entry.lead_out.value << '\n';
  }
}

void describe_lead_in(std::ostream &out, const Medium &medium) {
  for (const auto &frame : medium.lead_in())
    out << "session " << frame.session << " " << hex(frame.q)
        << (sealed(frame.q) ? "" : " BAD CRC") << '\n';
}

void describe_text(std::ostream &out, const Medium &medium) {
  for (const auto &pack : medium.text(1))
    out << hex(View{pack}.first(4)) << " " << hex(View{pack}.subspan(4, 12)) << " "
        << hex(View{pack}.subspan(16)) << '\n';
}

void describe_q(std::ostream &out, Medium &medium) {
  const auto tracks = medium.catalogue().all_tracks();
  if (tracks.empty()) return;
  int last = -1;
  std::map<int, bool> told;  // a code once in each track is enough
  for (Lba lba = tracks.front().pregap; lba < tracks.back().end; lba = lba + 1) {
    const auto q = medium.q_at(lba);
    const int mode = q[0] & 0xF;
    const bool code = mode != 1 && !std::exchange(told[mode], true);
    if (code || (mode == 1 && place_in(q) != last)) describe_frame(out, lba, q);
    if (mode == 1 && place_in(q) >> 8 != last >> 8) told.clear();
    if (mode == 1) last = place_in(q);
  }
}

}  // namespace redbook::drive
