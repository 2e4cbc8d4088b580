/// The audio of a disc, out of the files that have it.
#pragma once

#include <memory>
#include <vector>

#include "image/reader/audio_reader.hpp"
#include "image/reader/sheet_layout.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// A stash with all `pieces`, end to end and little-endian. `sources` are the files they
/// are in. Nothing is copied if they are one run of bytes in one little-endian file.
/// Throws Error (image) if a file ends early, Error (stash) if there is no room for
/// a copy.
std::shared_ptr<Stash> stash_of(const std::vector<AudioPiece> &pieces,
                                std::vector<AudioSource> sources);

}  // namespace redbook
