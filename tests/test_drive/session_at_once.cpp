#include <algorithm>

#include "test_drive/cue_sheet.hpp"
#include "test_drive/recording.hpp"

namespace redbook::drive {
namespace {

CueSheet sheet_of(const Workings &drive) {
  return CueSheet{read_file(drive.cue_sheet_file())};
}

/// A copy of a protected original has its copy bit on and off, 9.375 times a second.
std::uint8_t control_at(const Segment &segment, Lba lba) {
  constexpr std::uint8_t copy_permitted = 2;
  const bool on = segment.scms && (lba - Lba{}) / 4 % 2 != 0;
  return static_cast<std::uint8_t>(segment.control | (on ? copy_permitted : 0));
}

QFrame q_for(const CueSheet &sheet, const QSpeller &speller, Lba lba) {
  const auto &segment = sheet.segment_at(lba);
  const int into_track = lba - sheet.start_of(segment.track);
  if (segment.index > 0 && !sheet.mcn().empty() && carries_mcn(into_track))
    return speller.catalogue(sheet.mcn(), lba);
  const auto &isrc = sheet.isrc(segment.track);
  if (segment.index > 0 && !isrc.empty() && carries_isrc(into_track))
    return speller.isrc(control_at(segment, lba), isrc, lba);
  const int relative = into_track < 0 ? -into_track - 1 : into_track;
  return speller.position(
      {control_at(segment, lba), segment.track, segment.index, relative, lba});
}

/// For a drive that is broken that way: pregaps after the first are not there.
Bytes without_pregaps(const CueSheet &sheet, Lba lba, View audio) {
  Bytes left{audio.begin(), audio.end()};
  for (std::size_t at = 0; at < left.size(); at += bytes_per_block, lba = lba + 1) {
    const auto &segment = sheet.segment_at(lba);
    if (segment.index == 0 && lba >= Lba{0})
      std::fill_n(left.begin() + static_cast<std::ptrdiff_t>(at), bytes_per_block,
                  std::uint8_t{0});
  }
  return left;
}

void record_blocks(Workings &drive, const CueSheet &sheet, Lba lba, View audio) {
  const auto speller = drive.settings.speller();
  const auto q = [&](Lba at) { return q_for(sheet, speller, at); };
  if (drive.settings.broken == Broken::pregap)
    return record(drive, lba, without_pregaps(sheet, lba, audio), q);
  record(drive, lba, audio, q);
}

/// Records what the host does not send; the first place after `lba` that it does.
Lba fill_in(Workings &drive, const CueSheet &sheet, Lba lba) {
  for (; lba < sheet.lead_out() && sheet.segment_at(lba).drive_makes_it; lba = lba + 1)
    record_blocks(drive, sheet, lba, silence(1));
  return lba;
}

void begin_program(Workings &drive, const CueSheet &sheet) {
  drive.state.next = fill_in(drive, sheet, sheet.first());
}

void write_text(Workings &drive, const CueSheet &sheet, Lba lba, View blocks) {
  const auto end = lba + static_cast<int>(blocks.size() / text_block_bytes);
  if (blocks.size() % text_block_bytes != 0 || end > sheet.first())
    throw sense::invalid_field_in_cdb;
  Bytes groups{blocks.begin(), blocks.end()};
  if (drive.settings.broken == Broken::six_bit)
    for (std::size_t at = 5; at < groups.size(); at += text_block_bytes / 4)
      groups[at] ^= 0x01;
  if (!drive.state.simulating)
    drive.medium->add_text(drive.disc().recording_session(), groups);
  drive.state.next = end;
  if (end == sheet.first()) begin_program(drive, sheet);
}

void finish_session(Workings &drive, const CueSheet &sheet) {
  auto &disc = drive.disc();
  for (const auto &track : sheet.tracks(disc.session_count)) disc.add_track(track);
  drive.state.recording = Recording::nothing;
  close_session(drive);
  disc.session_at_once_begun = false;
  end_simulation(drive);
}

void write_program(Workings &drive, const CueSheet &sheet, Lba lba, View audio) {
  const auto end = lba + static_cast<int>(audio.size() / bytes_per_block);
  if (audio.size() % bytes_per_block != 0) throw sense::invalid_field_in_cdb;
  if (end > sheet.lead_out()) throw sense::lba_out_of_range;
  drive.pace().accept(static_cast<double>(audio.size()));
  record_blocks(drive, sheet, lba, audio);
  drive.state.next = fill_in(drive, sheet, end);
  if (drive.state.next == sheet.lead_out()) finish_session(drive, sheet);
}

}  // namespace

void take_cue_sheet(Workings &drive, View parameters) {
  auto &state = drive.state;
  using Type = WriteParameters::Type;
  if (state.write_parameters.type() != Type::session_at_once ||
      state.recording != Recording::nothing)
    throw sense::command_sequence_error;
  prepare_recording(drive);
  auto &disc = drive.disc();
  if (disc.session_open()) throw sense::incomplete_session;
  const CueSheet sheet{parameters};
  if (sheet.first() != disc.next_program() || sheet.lead_out() > disc.last_lead_out ||
      (sheet.has_text() && !drive.settings.text) ||
      (!disc.blank() && sheet.tracks(1).front().number != disc.next_track_number()))
    throw sense::invalid_field_in_parameters;
  std::filesystem::remove(drive.cue_sheet_file());
  append_file(drive.cue_sheet_file(), parameters);
  state.recording = Recording::session_at_once;
  state.next = sheet.has_text() ? disc.next_lead_in() : sheet.first();
}

void write_session_at_once(Workings &drive, Lba lba, View data) {
  auto &state = drive.state;
  if (state.recording != Recording::session_at_once) throw sense::command_sequence_error;
  auto &disc = drive.disc();
  const auto sheet = sheet_of(drive);
  if (!disc.session_at_once_begun && !sheet.has_text()) begin_program(drive, sheet);
  if (lba != state.next) throw sense::invalid_write_address;
  disc.open_session();
  disc.session_at_once_begun = true;
  if (lba < sheet.first()) return write_text(drive, sheet, lba, data);
  write_program(drive, sheet, lba, data);
}

}  // namespace redbook::drive
