/// How many samples files really give.
#pragma once

#include <vector>

#include "album.hpp"

namespace burn_album {

/// Sets `samples` of all sources that do not have it, by decoding them once: several at
/// a time. Throws Failure, which names each file that fails or brings nothing any more.
void count_samples(std::vector<Source> &sources);

}  // namespace burn_album
