/// Q data of discs, as drives format them.
#pragma once

#include "disc/disc.hpp"
#include "suite.hpp"
#include "verify/q_position.hpp"

namespace redbook::test {

inline std::byte bcd(std::int64_t number) {
  return static_cast<std::byte>(number / 10 << 4 | number % 10);
}

/// The track and index in which a block of `disc` lies.
inline IndexPoint point_at(const Disc &disc, Lba block) {
  std::size_t i = disc.tracks.size() - 1;
  while (i > 0 && disc.tracks[i].start > block) --i;
  const auto &track = disc.tracks[i];
  int index = block < track.index_1() ? 0 : 1;
  for (const auto further : track.indexes)
    if (block >= track.index_1() + further) ++index;
  return {static_cast<int>(i) + 1, index};
}

/// Puts the Q data of a block into 16 bytes, without a CRC.
inline void put_q(const Disc &disc, Lba block, std::span<std::byte> into) {
  const auto point = point_at(disc, block);
  const auto at = block - Lba{-150};
  into[0] = std::byte{0x01};
  into[1] = bcd(point.track);
  into[2] = bcd(point.index);
  into[7] = bcd(at.count() / 4500);
  into[8] = bcd(at.count() / 75 % 60);
  into[9] = bcd(at.count() % 75);
}

/// The same of all blocks from `first` on.
inline void put_q_data(const Disc &disc, Lba first, std::span<std::byte> into) {
  std::fill(into.begin(), into.end(), std::byte{});
  for (std::size_t at = 0; at < into.size(); at += formatted_q_bytes) {
    put_q(disc, first, into.subspan(at, formatted_q_bytes));
    first = first + Blocks{1};
  }
}

}  // namespace redbook::test
