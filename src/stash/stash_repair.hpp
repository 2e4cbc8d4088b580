/// Making the best of a damaged stash.
#pragma once

#include <filesystem>

#include "stash/stash_state.hpp"

namespace redbook {

/// Makes a stash that can be burned of what is in `folder`: the journal is written anew
/// from the records that can be read, audio without a track becomes one without a name,
/// a track that was not finished is closed. Returns what was found before. Throws Error
/// (stash) if there is no audio, in use, or newer.
StashState repair_stash(const std::filesystem::path &folder);

}  // namespace redbook
