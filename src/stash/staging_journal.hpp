/// Who keeps book of a disc in the making.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "disc/disc.hpp"

namespace redbook {

/// A track that is being staged: its length means nothing yet. Its own audio begins at
/// `first_byte`, behind the gap or what was carried over.
struct BegunTrack {
  Track track{};
  std::int64_t first_byte = 0;
  bool operator==(const BegunTrack &) const = default;
};

/// What follows a track that is closed: another one, whose audio is there already, or
/// nothing yet.
enum class Following { nothing, open_track };

/// Told by a DiscMaster what becomes of its disc, so that it is found again whatever
/// happens to the process. Audio is in bytes from LBA 0. Throws Error (stash).
class StagingJournal {
 public:
  virtual ~StagingJournal() = default;

  /// Audio of this track is about to come; or the open track is called like this.
  virtual void track_begun(const BegunTrack &track) = 0;

  /// The open track may come to be divided here.
  virtual void division_expected(Lba place) = 0;

  /// The open track is complete. So much audio is on the disk by now.
  virtual void track_closed(const Track &track, std::int64_t staged_bytes,
                            Following behind) = 0;

  /// All but the first `tracks` tracks and all audio behind `staged_bytes` are about to
  /// be dropped; `open` goes on afterwards.
  virtual void cutting(std::size_t tracks, std::int64_t staged_bytes,
                       const std::optional<BegunTrack> &open) = 0;

  /// No further track is to come for now: the last one reaches to `staged_bytes`, which
  /// are on the disk.
  virtual void finished(std::int64_t staged_bytes) = 0;

  /// Everything is dropped; what comes next is another disc, in another stash.
  virtual void cleared() noexcept = 0;
};

}  // namespace redbook
