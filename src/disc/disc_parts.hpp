/// Divides music that is longer than a disc.
#pragma once

#include <algorithm>
#include <vector>

#include "disc/disc.hpp"
#include "disc/finding.hpp"

namespace redbook {

/// One disc of several.
struct DiscPart {
  Disc disc{};          ///< with its own LBA 0; without packs if there are several
  Blocks offset{};      ///< where its LBA 0 is in the audio of the whole
  Findings findings{};  ///< how it goes on behind it; none on the last one
};

/// What the disc that is filled up takes: no division goes by less than a track or more
/// than a lead-out can be told of.
constexpr Blocks room_of_disc(Blocks capacity) {
  return std::clamp(capacity, min_track_length, max_program_length);
}

/// The discs of `capacity` that `whole` needs, in their order; it comes back as it was
/// if it fits on one. End to end they have all of its audio, and nothing else.
///
/// A disc ends at the last track that fits, whose index 00 opens the next disc: audio in
/// that pregap is heard before index 01 of track 1 there. No disc has more than 99
/// tracks. A track of less than 300 blocks, which is allowed only before a pregap, goes
/// to the next disc with it. Texts, genre and catalogue number are on each disc; packs
/// of CD-TEXT, which tell of one disc's tracks, have to be made for each.
///
/// A track longer than a disc, which then begins one, is cut at the end of the disc, or
/// before it if less than 300 blocks would be left; with a pregap that leaves no 300
/// blocks behind it on the disc, at index 01 at the latest. What follows is track 1 of
/// the next disc, called the same, with the index points that are in it, from 02 on. An
/// ISRC names a whole recording, and one of another length wants another
/// (isrc.ifpi.org, When to assign): a part of a recording has none.
///
/// DISC_DIVIDED tells of each division, TRACK_CUT of each cut. With a capacity under 900
/// blocks, parts may come out too short: the linter says so of them.
std::vector<DiscPart> divided(const Disc &whole, Blocks capacity);

}  // namespace redbook
