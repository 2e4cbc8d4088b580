#include "test_drive/recording.hpp"

#include "test_drive/lead_in.hpp"

namespace redbook::drive {

void prepare_recording(Workings &drive) {
  auto &state = drive.state;
  if (!drive.medium->catalogue().writable()) throw sense::cannot_write_medium;
  const bool test = state.write_parameters.test();
  if (test && !state.simulating) state.simulated = drive.medium->catalogue();
  state.simulating = test;
  const auto &disc = drive.disc();
  if (disc.finalised) throw sense::write_protected;
  if (disc.spoilt) throw sense::write_error;
  if (disc.closed_sessions() == Catalogue::max_sessions) throw sense::session_limit;
}

void end_recording(Workings &drive) {
  drive.state.recording = Recording::nothing;
  drive.pace().stop();
}

void end_simulation(Workings &drive) { drive.state.simulating = false; }

void abandon_recording(Workings &drive) {
  if (drive.state.recording == Recording::track_at_once) end_track(drive);
  end_recording(drive);
  end_simulation(drive);
}

void spoil(Workings &drive, Sense why) {
  drive.disc().spoilt = true;
  end_recording(drive);
  end_simulation(drive);
  throw why;
}

void check_stream(Workings &drive) {
  auto &state = drive.state;
  if (state.recording == Recording::nothing || !drive.pace().ran_dry()) return;
  if (!drive.settings.buf || !state.write_parameters.underrun_proof())
    spoil(drive, sense::loss_of_streaming);
  ++state.pace.pauses;
}

void close_session(Workings &drive) {
  end_track(drive);
  auto &disc = drive.disc();
  if (!disc.session_open()) return;
  const auto tracks = disc.tracks_of(disc.session_count);
  if (tracks.empty()) throw sense::incomplete_session;
  auto &session = disc.sessions[disc.session_count - 1];
  session.lead_out = tracks.back().end;
  session.closed = true;
  disc.finalised = !drive.state.write_parameters.session_may_follow();
  if (!drive.state.simulating)
    write_lead_in(*drive.medium, disc.session_count, drive.settings.speller());
}

}  // namespace redbook::drive
