#include <algorithm>
#include <map>

#include "test_drive/commands.hpp"

namespace redbook::drive {
namespace {

constexpr std::uint8_t point_lead_out = 0xA2;
constexpr std::uint8_t lead_out_track = 0xAA;

Msf msf_in(const QFrame &q, std::size_t at) {
  return {from_bcd(q[at]), from_bcd(q[at + 1]), from_bcd(q[at + 2])};
}

std::uint8_t point_of(const QFrame &q) { return q[2] >= 0xA0 ? q[2] : from_bcd(q[2]); }

/// READ TOC swaps the nibbles of a Q frame: ADR high, control low.
std::uint8_t adr_control(const QFrame &q) {
  return static_cast<std::uint8_t>(q[0] << 4 | q[0] >> 4);
}

Bytes with_length(Bytes bytes) {
  put_16(bytes, 0, static_cast<unsigned>(bytes.size() - 2));
  return bytes;
}

void put_address(Bytes &to, Lba lba, bool as_msf) {
  const auto at = to.size();
  to.resize(at + 4);
  if (!as_msf) return put_32(to, at, static_cast<std::uint32_t>(lba.value));
  const auto msf = Msf::of(lba);
  put(to, at + 1, std::array{msf.minute, msf.second, msf.frame});
}

void add_track(Bytes &toc, const QFrame &q, std::uint8_t number, bool as_msf) {
  toc.insert(toc.end(), {0, adr_control(q), number, 0});
  put_address(toc, msf_in(q, 7).lba(), as_msf);
}

std::vector<LeadInFrame> lead_in_of(Workings &drive) {
  auto frames = drive.medium->lead_in();
  if (frames.empty()) throw sense::invalid_field_in_cdb;
  return frames;
}

/// Format 0: the tracks of all sessions from a number on, and the last lead-out.
Bytes plain_toc(Workings &drive, bool as_msf, std::uint8_t from) {
  std::map<std::uint8_t, QFrame> tracks;
  QFrame lead_out{};
  for (const auto &frame : lead_in_of(drive)) {
    const auto point = point_of(frame.q);
    if (point == point_lead_out) lead_out = frame.q;
    if (point >= 1 && point <= 99) tracks[point] = frame.q;
  }
  const auto last = tracks.empty() ? std::uint8_t{0} : tracks.rbegin()->first;
  if (from > last && from != lead_out_track) throw sense::invalid_field_in_cdb;
  Bytes toc{0, 0, tracks.empty() ? std::uint8_t{0} : tracks.begin()->first, last};
  for (const auto &[number, q] : tracks)
    if (number >= from) add_track(toc, q, number, as_msf);
  add_track(toc, lead_out, lead_out_track, as_msf);
  return with_length(toc);
}

/// Format 1: how many sessions, and the first track of the last one.
Bytes session_info(Workings &drive, bool as_msf) {
  const auto frames = lead_in_of(drive);
  const int last = frames.back().session;
  const auto is_first = [&](const LeadInFrame &frame) {
    return frame.session == last && point_of(frame.q) >= 1 && point_of(frame.q) <= 99;
  };
  const auto first = std::find_if(frames.begin(), frames.end(), is_first);
  if (first == frames.end()) throw sense::invalid_field_in_cdb;
  Bytes toc{0, 0, 1, static_cast<std::uint8_t>(last)};
  add_track(toc, first->q, point_of(first->q), as_msf);
  return with_length(toc);
}

/// Format 2: the Q frames of the lead-ins, decoded.
Bytes raw_toc(Workings &drive, int from_session) {
  const auto frames = lead_in_of(drive);
  Bytes toc{0, 0, 1, static_cast<std::uint8_t>(frames.back().session)};
  for (const auto &frame : frames) {
    if (frame.session < from_session) continue;
    const auto &q = frame.q;
    const auto time = msf_in(q, 3);
    const auto value = msf_in(q, 7);
    toc.insert(toc.end(), {static_cast<std::uint8_t>(frame.session), adr_control(q), 0,
                           point_of(q), time.minute, time.second, time.frame, 0,
                           value.minute, value.second, value.frame});
  }
  return with_length(toc);
}

/// Format 3: the PMA, what is known of a session before it has a lead-in.
Bytes pma(Workings &drive) {
  const auto &disc = drive.medium->catalogue();
  if (!disc.writable()) throw sense::invalid_field_in_cdb;
  Bytes toc(4);
  for (const auto &track : disc.all_tracks()) {
    const auto start = Msf::of(track.start);
    const auto end = Msf::of(track.end);
    toc.insert(toc.end(), {0, static_cast<std::uint8_t>(0x10 | track.control), 0,
                           track.number, end.minute, end.second, end.frame, 0,
                           start.minute, start.second, start.frame});
  }
  return with_length(toc);
}

/// Format 4, ATIP: what is pressed into the groove of a blank.
Bytes atip(Workings &drive) {
  const auto &disc = drive.medium->catalogue();
  if (!disc.writable()) throw sense::invalid_field_in_cdb;
  const bool rewritable = disc.kind == MediumKind::cd_rw;
  const auto lead_in = Msf::of(disc.atip_lead_in);
  const auto limit = Msf::of(disc.last_lead_out);
  Bytes bytes(28);
  bytes[4] = rewritable ? 0xD2 : 0xD0;  // writing power, reference speed
  bytes[5] = 0x40;                      // unrestricted use
  bytes[6] = rewritable ? 0xC0 : 0x88;
  put(bytes, 8, std::array{lead_in.minute, lead_in.second, lead_in.frame});
  put(bytes, 12, std::array{limit.minute, limit.second, limit.frame});
  return with_length(bytes);
}

/// Format 5: the CD-TEXT packs of the first session.
Bytes cd_text(Workings &drive) {
  const auto packs = drive.medium->text(1);
  if (!drive.settings.text || packs.empty() || drive.medium->lead_in().empty())
    throw sense::invalid_field_in_cdb;
  Bytes bytes(4);
  for (const auto &pack : packs) append(bytes, pack);
  return with_length(bytes);
}

}  // namespace

Bytes read_toc(Workings &drive, const Command &command) {
  const bool as_msf = command.at(1) & 0x02;
  auto format = command.at(2) & 0x0F;
  // SFF-8020: hosts of old put the format into the upper bits of byte 9.
  if (format == 0) format = command.at(9) >> 6;
  switch (format) {
    case 0: return plain_toc(drive, as_msf, command.at(6));
    case 1: return session_info(drive, as_msf);
    case 2: return raw_toc(drive, command.at(6));
    case 3: return pma(drive);
    case 4: return atip(drive);
    case 5: return cd_text(drive);
    default: throw sense::invalid_field_in_cdb;
  }
}

}  // namespace redbook::drive
