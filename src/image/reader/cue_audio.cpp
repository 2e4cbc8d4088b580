#include "image/reader/cue_audio.hpp"

namespace redbook {

void CueAudio::add_index(const CueIndex &index, const SheetPlace &place) {
  const bool first = indexes_.empty() || indexes_.back().track != index.track;
  if (first ? index.number > 1 : index.number != indexes_.back().number + 1)
    throw sheet_error(
        place, "The indexes of track " + std::to_string(index.track + 1) +
                   " in the cue sheet are not numbered 00 or 01, then 02 and so on.");
  if (!indexes_.empty() && indexes_.back().file == index.file &&
      index.time <= indexes_.back().time)
    throw sheet_error(place, "The times in the cue sheet do not rise at track " +
                                 std::to_string(index.track + 1) + '.');
  indexes_.push_back(index);
}

void CueAudio::add_pregap(std::size_t track, Blocks length, const SheetPlace &place) {
  if (!indexes_.empty() && indexes_.back().track == track)
    throw sheet_error(place, "The cue sheet has a PREGAP behind an INDEX of its track.");
  pregaps_[track] = length;
}

void CueAudio::add_silence(Blocks length, int line, SheetTrack &track) {
  if (length > Blocks{0})
    track.stretches.push_back({std::nullopt, 0, length.bytes(), false, line});
}

// From one place to a later one: to the end of its file and through others, maybe.
void CueAudio::add_audio(const CueIndex &from, const CueIndex &to,
                         SheetTrack &track) const {
  auto at = from.time;
  for (auto file = from.file; file < to.file; ++file, at = Blocks{0})
    track.stretches.push_back({file, at.bytes(), std::nullopt, false, from.line});
  if (to.time > at)
    track.stretches.push_back(
        {to.file, at.bytes(), (to.time - at).bytes(), false, from.line});
}

void CueAudio::begin(const CueIndex &index, Sheet &sheet) {
  auto &track = sheet.tracks[index.track];
  const Mark here{track.stretches.size(), {}};
  if (index.number == 1) track.index_1 = here;
  if (index.number > 1) track.indexes.push_back(here);
}

void CueAudio::check(const Sheet &sheet, const SheetPlace &place) const {
  std::vector<bool> has_index_1(sheet.tracks.size());
  for (const auto &index : indexes_)
    if (index.number == 1) has_index_1[index.track] = true;
  for (std::size_t i = 0; i < sheet.tracks.size(); ++i)
    if (!has_index_1[i])
      throw sheet_error(
          {place.sheet, sheet.tracks[i].line},
          "Track " + std::to_string(i + 1) + " of the cue sheet has no INDEX 01.");
}

void CueAudio::divide(Sheet &sheet, const SheetPlace &place) {
  check(sheet, place);
  CueIndex last{.line = indexes_.front().line};
  for (const auto &index : indexes_) {
    auto &track = sheet.tracks[index.track];
    const bool first_of_disc = &index == &indexes_.front();
    const bool new_track = first_of_disc || index.track != last.track;
    if (first_of_disc) add_silence(pregaps_[index.track], index.line, track);
    add_audio(last, index, sheet.tracks[last.track]);
    if (new_track && !first_of_disc) {
      add_silence(postgaps_[last.track], last.line, sheet.tracks[last.track]);
      add_silence(pregaps_[index.track], index.line, track);
    }
    begin(index, sheet);
    last = index;
  }
  auto &track = sheet.tracks.back();
  add_audio(last, {.file = sheet.files.size()}, track);
  add_silence(postgaps_[last.track], last.line, track);
}

}  // namespace redbook
