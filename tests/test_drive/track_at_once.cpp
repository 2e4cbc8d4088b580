#include <string>

#include "test_drive/recording.hpp"

namespace redbook::drive {
namespace {

constexpr int min_track_blocks = 300;
constexpr int run_out_blocks = 2;  // MMC-3, track at once: the laser fades out

std::string digits_in(const WriteParameters &parameters, std::size_t at, int count) {
  const auto *const begin = parameters.page.data() + at;
  return {begin, begin + count};
}

QFrame q_for(const Workings &drive, const TrackEntry &track, Lba lba) {
  const auto &parameters = drive.state.write_parameters;
  const auto speller = drive.settings.speller();
  const int into_track = lba - track.start;
  if (into_track >= 0 && parameters.has_mcn() && carries_mcn(into_track))
    return speller.catalogue(digits_in(parameters, 17, 13), lba);
  if (into_track >= 0 && parameters.has_isrc() && carries_isrc(into_track))
    return speller.isrc(track.control, digits_in(parameters, 33, 12), lba);
  const auto index = static_cast<std::uint8_t>(into_track < 0 ? 0 : 1);
  const int relative = into_track < 0 ? -into_track - 1 : into_track;
  return speller.position({track.control, track.number, index, relative, lba});
}

void record_blocks(Workings &drive, const TrackEntry &track, Lba lba, View audio) {
  record(drive, lba, audio, [&](Lba at) { return q_for(drive, track, at); });
}

void begin_track(Workings &drive) {
  auto &disc = drive.disc();
  if (disc.session_at_once_begun) throw sense::incomplete_session;
  if (disc.next_track_number() > Catalogue::max_tracks) throw sense::lba_out_of_range;
  TrackEntry track;
  track.number = static_cast<std::uint8_t>(disc.next_track_number());
  track.session = static_cast<std::uint8_t>(disc.recording_session());
  track.control = drive.state.write_parameters.control();
  track.open = true;
  track.start = track.end = disc.next_writable();
  track.pregap = track.start - first_pregap_blocks;
  disc.open_session();
  disc.add_track(track);
  record_blocks(drive, track, track.pregap, silence(first_pregap_blocks));
  drive.state.recording = Recording::track_at_once;
}

void extend(Workings &drive, TrackEntry &track, View audio) {
  record_blocks(drive, track, track.end, audio);
  track.end = track.end + static_cast<int>(audio.size() / bytes_per_block);
}

}  // namespace

void write_track_at_once(Workings &drive, Lba lba, View audio) {
  auto &state = drive.state;
  if (!state.write_parameters.means_audio()) throw sense::illegal_mode_for_track;
  if (state.recording != Recording::track_at_once) prepare_recording(drive);
  auto &disc = drive.disc();
  const auto blocks = static_cast<int>(audio.size() / bytes_per_block);
  if (lba != disc.next_writable()) throw sense::invalid_write_address;
  if (lba + blocks + run_out_blocks > disc.last_lead_out) throw sense::lba_out_of_range;
  if (audio.size() % bytes_per_block != 0) throw sense::invalid_field_in_cdb;
  if (state.recording != Recording::track_at_once) begin_track(drive);
  drive.pace().accept(static_cast<double>(audio.size()));
  extend(drive, *disc.last_track(), audio);
}

void end_track(Workings &drive) {
  if (drive.state.recording != Recording::track_at_once) return;
  auto &track = *drive.disc().last_track();
  const int missing = min_track_blocks - (track.end - track.start);
  if (missing > 0) extend(drive, track, silence(missing));
  extend(drive, track, silence(run_out_blocks));
  track.open = false;
  drive.state.recording = Recording::nothing;
}

}  // namespace redbook::drive
