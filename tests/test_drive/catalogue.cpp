#include "test_drive/catalogue.hpp"

#include <algorithm>

namespace redbook::drive {
namespace {

// Multi-session CDs: lead-out of the first session 1:30, of later ones 0:30; lead-in
// 1:00.
constexpr int first_lead_out_blocks = 6750;
constexpr int later_lead_out_blocks = 2250;
constexpr int later_lead_in_blocks = 4500;

}  // namespace

int Catalogue::next_track_number() const {
  return track_count ? tracks[track_count - 1].number + 1 : 1;
}

std::span<const TrackEntry> Catalogue::tracks_of(int session) const {
  const auto all = all_tracks();
  const auto ours = [&](const TrackEntry &track) { return track.session == session; };
  const auto first = std::find_if(all.begin(), all.end(), ours);
  return {first, std::find_if_not(first, all.end(), ours)};
}

const TrackEntry *Catalogue::track(int number) const {
  for (const auto &track : all_tracks())
    if (track.number == number) return &track;
  return nullptr;
}

const TrackEntry *Catalogue::track_at(Lba lba) const {
  for (const auto &track : all_tracks())
    if (lba >= track.pregap && lba < track.end) return &track;
  return nullptr;
}

Lba Catalogue::next_lead_in() const {
  const int closed = closed_sessions();
  if (closed <= 0) return atip_lead_in;
  const auto lead_out = sessions[closed - 1].lead_out;
  return lead_out + (closed == 1 ? first_lead_out_blocks : later_lead_out_blocks);
}

Lba Catalogue::next_program() const {
  if (closed_sessions() == 0) return Lba{-first_pregap_blocks};
  return next_lead_in() + later_lead_in_blocks;
}

Lba Catalogue::next_writable() const {
  if (!session_open() || tracks_of(session_count).empty())
    return next_program() + first_pregap_blocks;
  const auto &last = tracks[track_count - 1];
  return last.open ? last.end : last.end + first_pregap_blocks;
}

void Catalogue::open_session() {
  if (!session_open()) sessions[session_count++] = {};
}

TrackEntry &Catalogue::add_track(const TrackEntry &track) {
  return tracks[track_count++] = track;
}

void Catalogue::erase() {
  spoilt = finalised = session_at_once_begun = false;
  session_count = track_count = 0;
}

int disc_status(const Catalogue &disc) {
  if (!disc.is_cd() || disc.finalised) return 2;
  return disc.blank() ? 0 : 1;
}

int last_session_status(const Catalogue &disc) {
  if (!disc.is_cd() || disc.finalised) return 3;
  return disc.session_open() ? 1 : 0;
}

}  // namespace redbook::drive
