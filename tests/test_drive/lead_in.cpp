#include "test_drive/lead_in.hpp"

namespace redbook::drive {
namespace {

constexpr std::uint8_t lead_out_track = 0xAA;
constexpr int lead_out_blocks_with_q = 150;

std::uint8_t control_adr(const TrackEntry &track, std::uint8_t adr) {
  return static_cast<std::uint8_t>(track.control << 4 | adr);
}

void write_session_pointer(Medium &medium, int session, const QSpeller &speller) {
  const auto &disc = medium.catalogue();
  if (disc.finalised) return;
  // MMC-3, READ TOC format 2: B0h tells where the next program area starts, C0h the ATIP.
  const auto next = Msf::of(disc.next_program());
  const auto limit = Msf::of(disc.last_lead_out);
  medium.add_lead_in({session, speller.lead_in(0x05, 0xB0, next, limit)});
  if (session == 1)
    medium.add_lead_in(
        {session, speller.lead_in(0x05, 0xC0, {}, Msf::of(disc.atip_lead_in))});
}

void write_lead_out(Medium &medium, const TrackEntry &last, const QSpeller &speller) {
  for (int i = 0; i < lead_out_blocks_with_q; ++i) {
    const auto q = speller.position({last.control, lead_out_track, 1, i, last.end + i});
    medium.q().write(last.end + i, q);
  }
}

}  // namespace

void write_lead_in(Medium &medium, int session, const QSpeller &speller) {
  const auto tracks = medium.catalogue().tracks_of(session);
  const auto &first = tracks.front();
  const auto &last = tracks.back();
  const auto add = [&](const QFrame &q) { medium.add_lead_in({session, q}); };
  add(speller.lead_in(control_adr(first, 1), 0xA0, {}, {first.number, 0, 0}));
  add(speller.lead_in(control_adr(last, 1), 0xA1, {}, {last.number, 0, 0}));
  add(speller.pointer(control_adr(last, 1), 0xA2,
                      medium.catalogue().sessions[session - 1].lead_out));
  for (const auto &track : tracks)
    add(speller.pointer(control_adr(track, 1), track.number, track.start));
  write_session_pointer(medium, session, speller);
  write_lead_out(medium, last, speller);
}

}  // namespace redbook::drive
