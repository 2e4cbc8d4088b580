#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "test_drive/place.hpp"

namespace redbook::drive {

enum class MediumKind : std::uint8_t { cd_r, cd_rw, pressed_cd, dvd_rom };

/// A track as the drive knows it from the PMA, the TOC or its own work.
struct TrackEntry {
  std::uint8_t number = 0;
  std::uint8_t session = 0;
  std::uint8_t control = 0;
  bool open = false;
  bool scms = false;
  Lba pregap;  ///< index 00, or `start` where there is none
  Lba start;   ///< index 01
  Lba end;     ///< one past the last block, run-out included
};

struct SessionEntry {
  bool closed = false;
  Lba lead_out;
};

/// What is recorded where: the part of a medium's state a test write works on a copy of.
/// Trivially copyable, since it lies in shared files.
struct Catalogue {
  static constexpr int max_tracks = 99;
  static constexpr int max_sessions = 40;

  static constexpr std::uint32_t right_version = 0x52424D01;

  std::uint32_t version = right_version;
  MediumKind kind = MediumKind::cd_r;
  bool spoilt = false;     ///< an underrun or a fault ruined it
  bool finalised = false;  ///< no session may follow
  bool session_at_once_begun = false;
  Lba atip_lead_in;
  Lba last_lead_out;
  int session_count = 0;  ///< sessions with anything in them; only the last may be open
  int track_count = 0;
  SessionEntry sessions[max_sessions];
  TrackEntry tracks[max_tracks];

  bool writable() const { return kind == MediumKind::cd_r || kind == MediumKind::cd_rw; }
  bool is_cd() const { return kind != MediumKind::dvd_rom; }
  bool blank() const { return session_count == 0; }
  bool session_open() const {
    return session_count > 0 && !sessions[session_count - 1].closed;
  }
  int closed_sessions() const { return session_count - (session_open() ? 1 : 0); }
  /// The session that a recording now would belong to.
  int recording_session() const { return closed_sessions() + 1; }
  int next_track_number() const;

  std::span<const TrackEntry> all_tracks() const {
    return {tracks, tracks + track_count};
  }
  /// The tracks of one session; sessions count from 1.
  std::span<const TrackEntry> tracks_of(int session) const;
  const TrackEntry *track(int number) const;
  const TrackEntry *track_at(Lba) const;
  TrackEntry *last_track() { return track_count ? &tracks[track_count - 1] : nullptr; }

  /// Index 01 of the next track that could be recorded, track at once.
  Lba next_writable() const;
  /// Where the lead-in and the first pregap of the session to be recorded next start.
  Lba next_lead_in() const;
  Lba next_program() const;

  void open_session();
  TrackEntry &add_track(const TrackEntry &);
  void erase();
};

/// READ DISC INFORMATION's disc status: 0 empty, 1 appendable, 2 complete, 3 other.
int disc_status(const Catalogue &);
/// READ DISC INFORMATION's state of the last session: 0 empty, 1 incomplete, 3 complete.
int last_session_status(const Catalogue &);

}  // namespace redbook::drive
