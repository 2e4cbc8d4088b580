#pragma once

#include "test_drive/workings.hpp"

namespace redbook::drive {

/// Looks after the medium before anything is recorded on it: throws the sense for one
/// that cannot be, begins a simulation where the write parameters ask for a test write.
void prepare_recording(Workings &);

/// A recording is over, well or not; the simulation goes on until `end_simulation`.
void end_recording(Workings &);
void end_simulation(Workings &);

/// Breaks off what was being recorded, as a drive does when its host goes away: a track
/// is ended, a session at once stays half-written.
void abandon_recording(Workings &);

/// The medium is ruined; throws `why`.
[[noreturn]] void spoil(Workings &, Sense why);

/// Answers for a laser that ran dry: counts the pause or spoils the medium.
void check_stream(Workings &);

/// Records blocks of audio with the Q frames that `q` makes for each of them.
template <typename MakeQ>
void record(Workings &drive, Lba lba, View audio, MakeQ &&q) {
  if (drive.state.simulating) return;
  drive.medium->program().write(lba, audio,
                                drive.settings.write_offset * bytes_per_sample);
  Bytes frames;
  for (Lba at = lba; at < lba + static_cast<int>(audio.size() / bytes_per_block);
       at = at + 1) {
    const QFrame frame = q(at);
    append(frames, frame);
  }
  drive.medium->q().write(lba, frames);
}

inline Bytes silence(int blocks) {
  return Bytes(static_cast<std::size_t>(blocks) * bytes_per_block);
}

/// Which blocks carry the catalogue number or the ISRC instead of their position, at
/// least one in a hundred (IEC 60908); never the first ones after an index.
constexpr bool carries_mcn(int blocks_into_track) { return blocks_into_track % 97 == 48; }
constexpr bool carries_isrc(int blocks_into_track) {
  return blocks_into_track % 97 == 72;
}

/// Session at once (MMC-3): the cue sheet, then every block it announces.
void take_cue_sheet(Workings &, View parameters);
void write_session_at_once(Workings &, Lba, View data);

/// Track at once (MMC-3): a WRITE opens a track, SYNCHRONIZE CACHE ends it.
void write_track_at_once(Workings &, Lba, View audio);
void end_track(Workings &);

/// Writes lead-in and lead-out of the open session.
void close_session(Workings &);

}  // namespace redbook::drive
