// What a DiscMaster counts.
#include <algorithm>

#include "stash/disc_master.hpp"

namespace redbook {

Blocks DiscMaster::used_audio_blocks() const { return Blocks::holding(next_byte()); }

Blocks DiscMaster::limit() const {
  return goes_on() ? max_stash_length : total_audio_blocks();
}

int DiscMaster::track_limit() const { return goes_on() ? max_staged_tracks : max_tracks; }

DiscMaster::Filling DiscMaster::filling() const {
  if (!goes_on()) return {used_audio_blocks(), total_audio_tracks()};
  Disc places;
  for (const auto &track : state_.disc.tracks)
    places.tracks.push_back({track.start, track.pregap, track.length});
  if (const auto &open = state_.open) {
    const auto start = open->start - open->gap;
    const auto length = used_audio_blocks() - (start - Lba{0});
    places.tracks.push_back({start, open->gap, length});
  }
  const auto last = divided(places, total_audio_blocks()).back();
  return {used_audio_blocks() - last.offset, static_cast<int>(last.disc.tracks.size())};
}

Blocks DiscMaster::available_audio_track_blocks() const {
  const auto filled = filling();
  const auto left = total_audio_blocks() - filled.used;
  if (track_is_open()) return std::max(Blocks{0}, left);
  if (filled.tracks >= max_tracks) return Blocks{0};
  return std::max(Blocks{0}, state_.disc.tracks.empty() ? left : left - settings_.gap);
}

int DiscMaster::total_audio_tracks() const {
  return static_cast<int>(state_.disc.tracks.size()) + (track_is_open() ? 1 : 0);
}

std::int64_t DiscMaster::room() const {
  return std::max<std::int64_t>(0, limit().bytes() - next_byte());
}

std::int64_t DiscMaster::open_track_bytes() const {
  return track_is_open() ? std::max<std::int64_t>(0, position() - state_.open->first_byte)
                         : 0;
}

std::int64_t DiscMaster::next_byte() const {
  return track_is_open() ? std::max(position(), state_.open->first_byte) : position();
}

}  // namespace redbook
