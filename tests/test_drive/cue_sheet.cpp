#include "test_drive/cue_sheet.hpp"

#include <algorithm>

#include "test_drive/sense.hpp"

namespace redbook::drive {
namespace {

constexpr std::size_t line_bytes = 8;
constexpr std::uint8_t lead_out_track = 0xAA;
constexpr int min_track_blocks = 300;
constexpr std::uint8_t data_track = 4;
constexpr std::uint8_t form_audio = 0x00;
constexpr std::uint8_t form_audio_by_drive = 0x01;
constexpr std::uint8_t form_with_text = 0x40;

[[noreturn]] void refuse() { throw sense::invalid_field_in_parameters; }

void demand(bool holds) {
  if (!holds) refuse();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_isrc_letter(char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); }

Lba place(View line) {
  const Msf msf{line[5], line[6], line[7]};
  demand(msf.valid() && msf.minute < 90);
  return msf.lba();
}

std::string text(View bytes) { return {bytes.begin(), bytes.end()}; }

}  // namespace

CueSheet::CueSheet(View parameters) {
  demand(!parameters.empty() && parameters.size() % line_bytes == 0);
  for (std::size_t at = 0; at < parameters.size(); at += line_bytes)
    take_line(parameters.subspan(at).first<line_bytes>());
  demand(lead_out_seen_);
  check_codes();
  check_lengths();
}

void CueSheet::take_line(Line line) {
  demand(!lead_out_seen_);
  switch (line[0] & 0xF) {
    case 1: return take_position(line);
    case 2: return take_catalogue(line);
    case 3: return take_isrc(line);
    default: refuse();
  }
}

// MMC-3, SEND CUE SHEET: the catalogue number comes first of all, in two lines of 7 and 6
// digits.
void CueSheet::take_catalogue(Line line) {
  demand(!lead_in_seen_ && mcn_.size() < 13);
  mcn_ += text(line.subspan(1, mcn_.empty() ? 7 : 6));
}

void CueSheet::take_isrc(Line line) {
  const int track = line[1];
  demand(lead_in_seen_ && track >= 1 && track <= 99);
  demand(segments_.empty() || segments_.back().track < track);
  isrcs_[track] += text(line.subspan(2, 6));
}

void CueSheet::take_position(Line line) {
  if (!lead_in_seen_) return take_lead_in(line);
  if (line[1] == lead_out_track) return take_lead_out(line);
  take_index(line);
}

void CueSheet::take_lead_in(Line line) {
  demand(line[1] == 0 && line[2] == 0);
  const auto form = line[3];
  demand((form & ~form_with_text) == form_audio_by_drive);
  has_text_ = form & form_with_text;
  lead_in_seen_ = true;
}

void CueSheet::take_index(Line line) {
  demand(line[3] == form_audio || line[3] == form_audio_by_drive);
  demand(line[4] == 0 || line[4] == 0x80);  // the alternate copy bit of SCMS
  Segment segment;
  segment.control = line[0] >> 4;
  segment.track = line[1];
  segment.index = line[2];
  segment.scms = line[4] & 0x80;
  segment.drive_makes_it = line[3] == form_audio_by_drive;
  segment.start = place(line);
  check_order(segment);
  segments_.push_back(segment);
}

void CueSheet::take_lead_out(Line line) {
  demand(!segments_.empty() && segments_.back().index >= 1 && line[2] == 1);
  demand((line[3] & 0x0F) == form_audio_by_drive);
  lead_out_ = place(line);
  demand(lead_out_ > segments_.back().start);
  lead_out_seen_ = true;
}

void CueSheet::check_order(const Segment &next) const {
  demand(next.track >= 1 && next.track <= 99 && next.index <= 99);
  demand(!(next.control & data_track));
  if (segments_.empty()) return demand(next.index == 0);
  const auto &last = segments_.back();
  // An index 00 may be empty: wodim announces one for each track.
  demand(next.start > last.start || (next.start == last.start && last.index == 0));
  if (next.track == last.track)
    return demand(next.index == last.index + 1 && next.control == last.control);
  demand(next.track == last.track + 1 && last.index >= 1 && next.index <= 1);
}

void CueSheet::check_codes() const {
  demand(mcn_.empty() || (mcn_.size() == 13 && std::ranges::all_of(mcn_, is_digit)));
  for (const auto &[track, isrc] : isrcs_) {
    demand(isrc.size() == 12 && std::ranges::all_of(isrc, is_isrc_letter));
    demand(std::all_of(isrc.begin() + 5, isrc.end(), is_digit));
    demand(std::ranges::any_of(segments_, [t = track](auto &s) { return s.track == t; }));
  }
}

// MMC-3, SEND CUE SHEET: a track is at least four seconds long, the first pregap two.
void CueSheet::check_lengths() const {
  const auto all = tracks(1);
  demand(all.front().start - all.front().pregap >= first_pregap_blocks);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto end = i + 1 < all.size() ? all[i + 1].start : lead_out_;
    demand(end - all[i].start >= min_track_blocks);
  }
}

const std::string &CueSheet::isrc(int track) const {
  static const std::string none;
  const auto found = isrcs_.find(track);
  return found == isrcs_.end() ? none : found->second;
}

const Segment &CueSheet::segment_at(Lba lba) const {
  const auto after =
      std::ranges::upper_bound(segments_, lba, std::less<>{}, &Segment::start);
  return *std::prev(after);
}

Lba CueSheet::start_of(int track) const {
  for (const auto &segment : segments_)
    if (segment.track == track && segment.index == 1) return segment.start;
  return lead_out_;
}

std::vector<TrackEntry> CueSheet::tracks(int session) const {
  std::vector<TrackEntry> tracks;
  for (const auto &segment : segments_) {
    if (tracks.empty() || tracks.back().number != segment.track) {
      if (!tracks.empty()) tracks.back().end = segment.start;
      TrackEntry track;
      track.number = segment.track;
      track.session = static_cast<std::uint8_t>(session);
      track.control = segment.control;
      track.scms = segment.scms;
      track.pregap = segment.start;
      tracks.push_back(track);
    }
    if (segment.index == 1) tracks.back().start = segment.start;
  }
  tracks.back().end = lead_out_;
  return tracks;
}

}  // namespace redbook::drive
