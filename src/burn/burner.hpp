/// What puts a disc onto something, and who watches.
#pragma once

#include <chrono>
#include <stop_token>

#include "disc/disc.hpp"

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
};

/// Puts a disc onto something: an image, a drive, a test's memory.
class Burner {
 public:
  virtual ~Burner() = default;

  /// Blocks until the disc is complete. Throws Error if the burn fails, Cancelled once a
  /// stop was requested in time.
  virtual void burn(const Disc &disc, BurnObserver &observer, std::stop_token stop) = 0;
};

}  // namespace redbook
