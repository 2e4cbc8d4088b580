#include "stash/stash_repair.hpp"

#include <fcntl.h>

#include <algorithm>
#include <utility>

#include "error.hpp"
#include "stash/journal_file.hpp"
#include "stash/staging_folder.hpp"
#include "stash/stash_lock.hpp"

namespace redbook {
namespace {

/// Without a journal, the audio is all there is.
StashState state_without_journal(const StashDirectory &directory) {
  StashState state;
  const auto path = directory.path_of(audio_name(1));
  state.damage.push_back(directory.path_of(journal_name).string() + ": missing");
  state.audio_bytes = size_of_file(directory.open(audio_name(1), O_RDONLY), path);
  return state;
}

StashState looked_at(const StashDirectory &directory) {
  return directory.has(journal_name) ? state_of_stash(directory)
                                     : state_without_journal(directory);
}

/// The tracks that there is audio of, the last one perhaps cut off.
void fit_to_audio(std::vector<Track> &tracks, std::int64_t bytes) {
  while (!tracks.empty() && (tracks.back().start - Lba{0}).bytes() >= bytes)
    tracks.pop_back();
  if (tracks.empty() || (tracks.back().end() - Lba{0}).bytes() <= bytes) return;
  auto &last = tracks.back();
  const auto end = Lba{0} + Blocks::holding(bytes);
  if (last.index_1() >= end) last.pregap = {};
  last.length = std::max(end, last.index_1() + min_track_length) - last.start;
}

/// Audio that no record tells of.
void add_nameless(Disc &disc, std::int64_t bytes) {
  if (disc.length().bytes() >= bytes || disc.tracks.size() >= max_staged_tracks) return;
  const auto start = disc.lead_out();
  const auto end = std::max(Lba{0} + Blocks::holding(bytes), start + min_track_length);
  disc.tracks.push_back({start, {}, end - start, {}, {}});
}

Disc disc_saved_from(const StashState &state) {
  auto disc = state.promised.disc;
  fit_to_audio(disc.tracks, state.audio_bytes);
  const auto unfinished = state.unfinished();
  if (unfinished && disc.tracks.size() < max_staged_tracks)
    disc.tracks.push_back(*unfinished);
  add_nameless(disc, state.audio_bytes);
  return disc;
}

std::vector<Record> records_of(const Disc &disc, const Promised &promised) {
  const auto bytes = disc.length().bytes();
  std::vector<Record> records{begun_record(promised.audio, promised.lead_bytes)};
  for (const auto &track : disc.tracks)
    records.push_back(closed_track_record(track, bytes, Following::nothing));
  auto texts = disc;
  texts.tracks.clear();
  records.push_back(disc_record(texts));
  records.push_back(finished_record(bytes));
  return records;
}

// The audio first, then the journal that promises it.
void write_anew(const StashDirectory &directory, const StashState &state) {
  auto file = directory.open(audio_name(state.promised.audio), O_RDWR);
  lock_audio(file, Sharing::exclusive, directory);
  Stash audio{std::move(file), state.promised.lead_bytes};
  const auto disc = disc_saved_from(state);
  audio.resize(disc.length().bytes());
  audio.sync();
  JournalFile::replace(directory, records_of(disc, state.promised));
}

}  // namespace

StashState repair_stash(const std::filesystem::path &folder) {
  const auto directory = StashDirectory::own(folder);
  auto state = looked_at(directory);
  if (!state.is_whole()) {
    const StashLock lock{directory};
    write_anew(directory, state);
  }
  StagingFolder{folder, state.promised.lead_bytes}.finish();
  return state;
}

}  // namespace redbook
