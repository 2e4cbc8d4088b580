/// A disc with its audio.
#pragma once

#include <memory>

#include "disc/disc.hpp"
#include "disc/finding.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// A disc and its audio, LBA 0 at offset 0: of a stash that was kept, of an image, or a
/// part of one.
struct StagedDisc {
  Disc disc{};
  std::shared_ptr<Stash> stash{};
  Findings findings{};  ///< what there is to say of how it was made
};

}  // namespace redbook
