/// Where the audio is staged.
#pragma once

#include <exception>
#include <filesystem>
#include <memory>
#include <vector>

#include "bus/messages.hpp"
#include "recording/destinations.hpp"
#include "recording/loudness_adjustment.hpp"
#include "recording/settings.hpp"
#include "stash/disc_master.hpp"
#include "stash/staging_folder.hpp"

namespace redbook {

/// A stash where the destination wants it, which nobody sees, or the folder that the user
/// names, which outlives the process. Not for two threads at once.
class StashProvider {
 public:
  /// Makes the first stash, to see that it can be: throws Error. `destinations` must
  /// outlive it.
  StashProvider(const Settings &settings, const Destinations &destinations);

  /// An empty stash; the first time the one that was made.
  std::shared_ptr<Stash> new_stash();

  /// Null without a folder.
  std::shared_ptr<StagingJournal> journal() const { return folder_; }

  /// Tells of audio that a process which died has left, and goes on with what one has
  /// staged into the folder.
  void resume(DiscMaster &master, Outbox &outbox) const;

  /// Writes down what the disc will be.
  void describe(const Disc &disc);

  /// What the user shall hear when staging has thrown `failure`.
  std::exception_ptr after_staging(const std::exception_ptr &failure, DiscMaster &master);

  /// To be called when a burn of the disc `which` of what is staged, `whole`, has ended
  /// on the destination `run`. What is kept of one that failed is what was to go onto the
  /// disc.
  BurnEnd after_burn(const std::exception_ptr &outcome, std::size_t run,
                     const Disc &whole, const AudioToBurn &audio, const WhichDisc &which);

 private:
  const Destinations &destinations_;
  bool keeps_stash_;
  std::filesystem::path location_;
  std::vector<std::filesystem::path> kept_;  // by processes that died before they told
  std::shared_ptr<Stash> first_;
  std::shared_ptr<StagingFolder> folder_;
};

}  // namespace redbook
