/// Staged audio, read piece by piece.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "stash/stash.hpp"
#include "units.hpp"

namespace redbook {

/// Reads the audio from `from` to `to`, 6 s at a time. `take` is called with each piece,
/// which it may change, and its place.
template <typename Take>
void for_each_piece(const Stash &stash, Lba from, Lba to, Take &&take) {
  constexpr Blocks max_piece{450};
  std::vector<std::byte> audio(static_cast<std::size_t>(max_piece.bytes()));
  for (auto at = from; at < to; at = at + max_piece) {
    const auto length = std::min(max_piece, to - at);
    const auto piece = std::span{audio}.first(static_cast<std::size_t>(length.bytes()));
    stash.read((at - Lba{0}).bytes(), piece);
    take(piece, at);
  }
}

}  // namespace redbook
