/// Where the audio is staged.
#pragma once

#include <exception>
#include <memory>

#include "bus/messages.hpp"
#include "recording/audio_to_burn.hpp"
#include "recording/destinations.hpp"
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

  /// Goes on with what an earlier process staged into the folder.
  void resume(DiscMaster &master, Outbox &outbox) const;

  /// Writes down what the disc will be.
  void describe(const Disc &disc);

  /// What the user shall hear when staging has thrown `failure`.
  std::exception_ptr after_staging(const std::exception_ptr &failure, DiscMaster &master);

  /// What the user shall hear of a burn of `part` of what is staged, `whole`, on the
  /// destination `run`, and whether what is staged belongs to somebody else now. What is
  /// kept of a burn that failed is what was to go onto the disc.
  Destination::Ended after_burn(const std::exception_ptr &outcome, std::size_t run,
                                const Disc &whole, const AudioToBurn &audio,
                                const PartOfSet &part);

 private:
  const Destinations &destinations_;
  std::filesystem::path location_;
  std::shared_ptr<Stash> first_;
  std::shared_ptr<StagingFolder> folder_;
};

}  // namespace redbook
