/// The tracks as a table.
#pragma once

#include <string>

#include "album.hpp"
#include "room.hpp"

namespace burn_album {

/// Number, length, title and performer of each track, the sum, and what is left on the
/// disc. Lines, `columns` wide at most.
std::string table_of(const Album &album, const Room &room, std::size_t columns);

}  // namespace burn_album
