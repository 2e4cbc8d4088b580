/// The staged music as the discs that can be made of it.
#pragma once

#include <vector>

#include "bus/messages.hpp"
#include "disc/disc_parts.hpp"
#include "recording/settings.hpp"

namespace redbook {

/// What the music needs: one disc, or several if it goes on on the next one.
struct MasteredDiscs {
  Disc whole{};  ///< the disc; if there are several all of them, unchecked
  std::vector<DiscPart> parts{};
  Findings findings{};  ///< of all discs
  bool can_be_made = true;

  bool is_one() const { return parts.size() == 1; }
};

/// Of a disc with its texts and codes.
MasteredDiscs mastered_discs(const Disc &described, const Settings &settings);

/// Tells of the discs that will be made: of each its ids (TAG) and its table of contents
/// (TOC).
void tell_of(const MasteredDiscs &discs, Outbox &outbox);

}  // namespace redbook
