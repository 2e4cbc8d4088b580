/// Who watches a burn.
#pragma once

#include <chrono>
#include <optional>

#include "checksum/track_checksums.hpp"
#include "disc/finding.hpp"
#include "drive/medium_request.hpp"
#include "loudness/loudness.hpp"

namespace redbook {

/// Told how a burn goes on (IDiscMasterProgressEvents). All calls come from the burning
/// thread; they must return soon and must not throw.
class BurnObserver {
 public:
  virtual ~BurnObserver() = default;

  /// The disc is being prepared; writing starts in about `estimated`.
  virtual void preparing(std::chrono::seconds estimated) noexcept = 0;

  /// `written` tracks are complete. N + 1 calls for N tracks, the first with 0.
  virtual void tracks_written(int written) noexcept = 0;

  /// So much of the disc is written. Rises from 0 to the length of the disc.
  virtual void blocks_written(Blocks written) noexcept = 0;

  /// The disc is being closed.
  virtual void closing(std::chrono::seconds estimated) noexcept = 0;

  // What only audio that is made louder or softer has to tell, before all else.

  /// So much of the work on the audio is done.
  virtual void adjusting(Blocks /*completed*/, Blocks /*total*/) noexcept {}

  /// The audio of the disc is as it will be burned: its checksums, where they are wanted,
  /// and what its tracks came with.
  virtual void adjusted(const std::optional<DiscSums> & /*sums*/,
                        const DiscLoudness & /*loudness*/) noexcept {}

  // What only a drive has to tell.

  /// Somebody has to do something, or the burn does not begin. Before all else.
  virtual void medium_requested(const MediumRequest & /*wanted*/) noexcept {}

  /// A rewritable medium is being made blank.
  virtual void erasing(std::chrono::seconds /*elapsed*/,
                       std::chrono::seconds /*estimated_total*/) noexcept {}

  /// How the disc will be written: "sao" or "tao", and the blocks a second that the drive
  /// promises. Before preparing().
  virtual void chosen(const char * /*write_mode*/, int /*write_speed*/) noexcept {}

  /// How full the drive's buffer is, 0 to 100. Before each blocks_written().
  virtual void buffer_filled(int /*percent*/) noexcept {}

  /// So much of the disc has been read back and compared, after the burn. Rises from 0.
  virtual void verified(Blocks /*completed*/, Blocks /*total*/) noexcept {}

  /// What there is to say of the disc on this drive, such as what track at once can't
  /// hold.
  virtual void found(const Finding & /*finding*/) noexcept {}
};

}  // namespace redbook
