/// What puts a disc onto something.
#pragma once

#include <stop_token>

#include "disc/disc.hpp"
#include "drive/burn_event.hpp"

namespace redbook {

/// Puts a disc onto something: an image, a drive, a test's memory.
class Burner {
 public:
  virtual ~Burner() = default;

  /// Blocks until the disc is complete. Throws Error if the burn fails, Cancelled once a
  /// stop was requested in time.
  virtual void burn(const Disc &disc, BurnObserver &observer, std::stop_token stop) = 0;
};

}  // namespace redbook
