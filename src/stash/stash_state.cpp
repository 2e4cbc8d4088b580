#include "stash/stash_state.hpp"

#include <fcntl.h>

#include <algorithm>
#include <utility>

#include "stash/journal_file.hpp"
#include "stash/stash_lock.hpp"

namespace redbook {
namespace {

/// What the readable records come to, and what is the matter with the others.
void read_promises(const StashDirectory &directory, StashState &state) {
  const auto name = directory.path_of(journal_name).string();
  const auto read = read_journal(directory);
  state.torn_bytes = read.torn_bytes;
  for (const auto &what : read.damage)
    state.damage.push_back(std::string{name}.append(": ").append(what));
  try {
    const auto contradictions =
        read.damage.empty() ? Contradictions::refused : Contradictions::settled;
    state.promised = promised_by(read.records, contradictions);
  } catch (const Error &error) {
    state.damage.push_back(name + ": " + error.detail());
    state.promised = promised_by(read.records, Contradictions::settled);
  }
}

void measure_audio(const StashDirectory &directory, StashState &state) {
  const auto name = audio_name(state.promised.audio);
  const auto path = directory.path_of(name);
  if (state.promised.is_empty() && !directory.has(name)) return;  // being removed
  try {
    const auto size = size_of_file(directory.open(name, O_RDONLY), path);
    state.audio_bytes = std::max<std::int64_t>(0, size - state.promised.lead_bytes);
  } catch (const Error &error) {
    state.damage.push_back(error.detail());
    return;
  }
  const auto promised = state.promised.staged_bytes;
  if (state.audio_bytes < promised)
    state.damage.push_back(path.string() + ": " + std::to_string(state.audio_bytes) +
                           " bytes of audio, " + std::to_string(promised) + " promised");
}

std::string joined(const std::vector<std::string> &all) {
  std::string text;
  for (const auto &each : all) text += (text.empty() ? "" : "; ") + each;
  return text;
}

}  // namespace

Error journal_is_missing(const StashDirectory &directory) {
  return {
      Fault::stash, Result::invalid_image,
      "The journal of the stash is missing: redbook-burner --stash-repair saves what is there.",
      directory.path_of(journal_name).string() + ": missing"};
}

void check_whole(const StashState &state) {
  if (!state.is_whole())
    throw Error{
        Fault::stash, Result::invalid_image,
        "The stash is damaged: redbook-burner --stash-repair saves what is there.",
        joined(state.damage)};
}

std::optional<Track> StashState::unfinished() const {
  if (!promised.open) return std::nullopt;
  const auto bytes = std::min(audio_bytes, promised.open_end.value_or(audio_bytes));
  if (bytes <= promised.open->first_byte) return std::nullopt;
  auto track = promised.open->track;
  const auto end = Lba{0} + Blocks::holding(bytes);
  if (track.index_1() >= end) track.pregap = {};
  track.length = std::max(end, track.index_1() + min_track_length) - track.start;
  std::erase_if(track.indexes,
                [&](Blocks index) { return track.index_1() + index >= track.end(); });
  return track;
}

bool StashState::is_complete() const {
  return !unfinished() && promised.staged_bytes == promised.disc.length().bytes();
}

std::string audio_name(int number) {
  return number == 1 ? "sound.pcm" : "sound-" + std::to_string(number) + ".pcm";
}

StashState state_of_stash(const StashDirectory &directory) {
  if (!directory.has(journal_name)) throw journal_is_missing(directory);
  StashState state;
  read_promises(directory, state);
  measure_audio(directory, state);
  if (StashLock::is_held(directory)) state.holder = StashLock::holder_of(directory);
  return state;
}

StashState state_of_stash(const std::filesystem::path &folder) {
  return state_of_stash(StashDirectory::existing(folder));
}

}  // namespace redbook
