/// Whether it fits.
#pragma once

#include "album.hpp"
#include "arguments.hpp"

namespace burn_album {

/// A disc of 80 minutes.
constexpr std::int64_t usual_capacity = 359849;

/// In blocks.
struct Room {
  std::int64_t used = 0;
  std::int64_t capacity = usual_capacity;
  bool is_guess = false;  ///< a file does not know how long it is

  std::int64_t left() const { return capacity - used; }
};

/// What `album` takes, as far as its files say, of a disc of this capacity.
Room room_for(const Album &album, const Arguments &arguments, std::int64_t capacity);

}  // namespace burn_album
