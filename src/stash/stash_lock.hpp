/// One process at a time.
#pragma once

#include <string>

#include "handle.hpp"
#include "stash/stash_directory.hpp"

namespace redbook {

inline constexpr auto lock_name = "lock";

/// Holds the stash in a folder for this process, as long as it lives: its file says whose
/// it is, for others to tell. The kernel lets go when a process ends, however it ends.
/// Throws Error (stash, busy) if another process has it.
class StashLock {
 public:
  explicit StashLock(const StashDirectory &directory);

  /// Who holds the stash, or held it last: "process 4242 (gst-launch-1.0)". Empty if
  /// nobody ever did.
  static std::string holder_of(const StashDirectory &directory);

  /// Whether another process holds it.
  static bool is_held(const StashDirectory &directory);

 private:
  FileDescriptor file_;
};

/// The sentence for a stash that somebody else uses.
[[noreturn]] void throw_in_use(const StashDirectory &directory);

/// The same lock on the file of the audio: it goes with the file to a burner, which may
/// outlive its player. `exclusive`: to stage; else others may read it as well.
enum class Sharing { shared, exclusive };
void lock_audio(const FileDescriptor &audio, Sharing sharing,
                const StashDirectory &directory);

}  // namespace redbook
