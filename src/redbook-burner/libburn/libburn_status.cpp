// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/libburn/libburn_status.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <span>

namespace redbook {
namespace {

// Features and profiles of MMC-3 and MMC-5.
constexpr unsigned cd_read = 0x1E;
constexpr unsigned cd_track_at_once = 0x2D;
constexpr unsigned cd_mastering = 0x2E;
constexpr int profile_none = 0x00;
constexpr int profile_cd_rom = 0x08;
constexpr int profile_cd_r = 0x09;
constexpr int profile_cd_rw = 0x0A;

/// The first byte of a feature, which has the flags of all that matter; -1 without it.
int flags_of_feature(burn_drive *drive, unsigned code) {
  unsigned char flags = 0;
  unsigned char length = 0;
  unsigned char *data = nullptr;
  const int found = burn_drive_get_feature(drive, code, &flags, &length, &data, nullptr);
  const std::unique_ptr<unsigned char, Frees> owned{data};
  return found > 0 && length > 0 && data ? data[0] : -1;
}

bool bit(int flags, int position) { return flags >= 0 && (flags >> position & 1) != 0; }

bool knows_features(burn_drive *drive) {
  int count = 0;
  unsigned *codes = nullptr;
  burn_drive_get_feature_codes(drive, &count, &codes);
  const std::unique_ptr<unsigned, Frees> owned{codes};
  return count > 1;
}

// Drives before MMC-2 have no features: libburn then knows from mode page 2Ah what they
// write, and takes both modes for granted.
DriveCapabilities capabilities_of(const LibburnHandle &handle) {
  auto *const drive = handle.drive();
  const auto &info = handle.info();
  const bool writer = info.write_cdr || info.write_cdrw;
  if (!knows_features(drive))
    return {writer, writer, writer && info.write_simulate, false, false};
  const int sao = flags_of_feature(drive, cd_mastering);
  const int tao = flags_of_feature(drive, cd_track_at_once);
  DriveCapabilities can;
  can.sao = bit(sao, 5);
  can.tao = tao >= 0;
  can.simulate = bit(sao, 2) || bit(tao, 2);
  can.buffer_underrun_free = bit(sao, 6) || bit(tao, 6);
  can.cd_text = bit(sao, 0) || bit(flags_of_feature(drive, cd_read), 0);
  return can;
}

MediumType type_of(int profile) {
  switch (profile) {
    case profile_none: return MediumType::unknown;
    case profile_cd_rom: return MediumType::cd_rom;
    case profile_cd_r: return MediumType::cd_r;
    case profile_cd_rw: return MediumType::cd_rw;
    default: return MediumType::other;
  }
}

MediumState state_of(burn_disc_status status) {
  switch (status) {
    case BURN_DISC_BLANK: return MediumState::blank;
    case BURN_DISC_EMPTY: return MediumState::none;
    case BURN_DISC_APPENDABLE: return MediumState::appendable;
    case BURN_DISC_FULL: return MediumState::complete;
    default: return MediumState::unsuitable;
  }
}

int in_blocks(int kilobytes) {
  return static_cast<int>(std::lround(kilobytes * 1000.0 / bytes_per_block));
}

/// Calls `take` with each speed that the drive offers, in 1000 bytes a second.
void for_each_speed(burn_drive *drive, const std::function<void(int)> &take) {
  burn_speed_descriptor *list = nullptr;
  if (burn_drive_get_speedlist(drive, &list) != 1) return;
  for (const auto *speed = list; speed; speed = speed->next)
    if (speed->write_speed > 0) take(speed->write_speed);
  burn_drive_free_speedlist(&list);
}

std::vector<int> speeds_of(burn_drive *drive) {
  std::vector<int> speeds;
  for_each_speed(drive, [&](int speed) { speeds.push_back(in_blocks(speed)); });
  std::sort(speeds.begin(), speeds.end(), std::greater<>{});
  speeds.erase(std::unique(speeds.begin(), speeds.end()), speeds.end());
  return speeds;
}

// libburn counts space in blocks of 2048 bytes, whatever they will hold.
Blocks free_of(burn_drive *drive) {
  constexpr off_t bytes_of_data = 2048;
  return Blocks{burn_disc_available_space(drive, nullptr) / bytes_of_data};
}

/// The last possible start of the lead-out, as pressed into the medium (ATIP).
Blocks capacity_of(burn_drive *drive) {
  int start = 0;
  int end = 0;
  if (burn_disc_read_atip(drive) <= 0) return {};
  return burn_drive_get_start_end_lba(drive, &start, &end, 0) == 1 ? Blocks{end}
                                                                   : Blocks{};
}

Lba start_of(const burn_toc_entry &entry) {
  const bool has_lba = entry.extensions_valid & 1;
  return Lba{has_lba ? entry.start_lba
                     : burn_msf_to_lba(entry.pmin, entry.psec, entry.pframe)};
}

void add_session(burn_session *session, ReadDisc &contents) {
  int count = 0;
  auto *const *tracks = burn_session_get_tracks(session, &count);
  burn_toc_entry entry{};
  for (auto *track : std::span{tracks, static_cast<std::size_t>(count)}) {
    burn_track_get_entry(track, &entry);
    contents.tracks.push_back({start_of(entry), entry.control, {}});
  }
  burn_session_get_leadout_entry(session, &entry);
  contents.lead_out = start_of(entry);
}

void add_contents(burn_drive *drive, Medium &medium) {
  const auto contents = contents_of(drive);
  for (const auto &track : contents.tracks) medium.tracks.push_back(track.start);
  medium.lead_out = contents.lead_out;
}

Medium medium_of(burn_drive *drive) {
  Medium medium;
  medium.state = state_of(burn_disc_get_status(drive));
  if (medium.state == MediumState::none) return medium;
  int profile = profile_none;
  std::array<char, 80> name{};
  burn_disc_get_profile(drive, &profile, name.data());
  medium.type = type_of(profile);
  if (medium.type == MediumType::cd_r || medium.type == MediumType::cd_rw) {
    medium.free = free_of(drive);
    medium.capacity = capacity_of(drive);
    if (medium.capacity == Blocks{}) medium.capacity = medium.free;
    medium.write_speeds = speeds_of(drive);
    medium.write_speed = in_blocks(burn_drive_get_write_speed(drive));
  }
  add_contents(drive, medium);
  return medium;
}

}  // namespace

ReadDisc contents_of(burn_drive *drive) {
  ReadDisc contents;
  const OwnedDisc disc{burn_drive_get_disc(drive)};
  if (!disc) return contents;
  int count = 0;
  auto **const sessions = burn_disc_get_sessions(disc.get(), &count);
  const int closed = count - burn_disc_get_incomplete_sessions(disc.get());
  for (int i = 0; i < closed; ++i) add_session(sessions[i], contents);
  return contents;
}

DriveStatus status_of(const LibburnHandle &handle) {
  const auto &info = handle.info();
  return {handle.device(),
          info.vendor,
          info.product,
          info.revision,
          capabilities_of(handle),
          medium_of(handle.drive())};
}

int libburn_speed(burn_drive *drive, int wanted) {
  constexpr int fastest = 0;
  if (wanted <= 0) return fastest;
  int speed = static_cast<int>(std::ceil(wanted * (bytes_per_block / 1000.0)));
  for_each_speed(drive, [&](int offered) {
    if (in_blocks(offered) == wanted) speed = offered;
  });
  return speed;
}

}  // namespace redbook
