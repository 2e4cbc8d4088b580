/// The rules of the Red Book, applied before anything is written.
#pragma once

#include "disc/disc.hpp"
#include "disc/finding.hpp"

namespace redbook {

/// What a disc was found to be like, and the disc as it can be made: codes in their valid
/// form or gone, index points in order. With a finding of severity error it can't be
/// made.
struct Linted {
  Disc disc;
  Findings findings;

  bool can_be_made() const;
};

/// `capacity`: where the lead-out starts at the latest.
Linted lint(Disc disc, Blocks capacity = eighty_minutes);

}  // namespace redbook
