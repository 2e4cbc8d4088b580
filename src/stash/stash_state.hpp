/// What is found in the folder of a stash.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "error.hpp"
#include "stash/journal.hpp"
#include "stash/stash_directory.hpp"

namespace redbook {

/// A stash as it is, damaged or not.
struct StashState {
  Promised promised{};
  std::int64_t audio_bytes = 0;       ///< from LBA 0 on, that the file has
  std::vector<std::string> damage{};  ///< the file, and what is the matter there
  std::size_t torn_bytes = 0;         ///< of a record that was being written: harmless
  std::string holder{};               ///< the process that uses it; empty: none

  bool is_whole() const { return damage.empty(); }
  /// The track whose staging did not end, as it would be kept: nothing if there is no
  /// audio of it. It ends at the end of a block, and has four seconds.
  std::optional<Track> unfinished() const;
  /// Whether all there is belongs to closed tracks.
  bool is_complete() const;
};

/// The file that has the audio of the n-th disc in a folder: audio.pcm, audio-2.pcm ...
std::string audio_name(int number);

/// Looks, and changes nothing. Throws Error (stash) if there is no journal of ours, or
/// a newer one.
StashState state_of_stash(const std::filesystem::path &folder);
StashState state_of_stash(const StashDirectory &directory);

/// For a folder that has audio, but no journal.
Error journal_is_missing(const StashDirectory &directory);

/// Throws Error (stash) if it is damaged.
void check_whole(const StashState &state);

}  // namespace redbook
