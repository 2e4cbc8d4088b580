/// What the audio of a disc looks like.
#pragma once

#include <cstdint>
#include <vector>

#include "bytes.hpp"
#include "stash/stash.hpp"
#include "units.hpp"

namespace redbook {

/// How far the samples of one channel swing; silence is 0 to 0.
struct Swing {
  int lowest = 0;   ///< -32768 to 0
  int highest = 0;  ///< 0 to 32767
  bool operator==(const Swing &) const = default;
};

/// Both channels during the same time.
struct StereoSwing {
  Swing left{};
  Swing right{};
  bool operator==(const StereoSwing &) const = default;
};

/// Columns of the same length, from the beginning of a disc to its end.
using Waveform = std::vector<StereoSwing>;

/// Of whole samples, S16LE.
StereoSwing swing_of(Bytes audio);

/// The first `length` of `audio` as `columns` columns. Reads all of it. Throws Error
/// (stash).
Waveform waveform_of(const Stash &audio, Blocks length, int columns);

}  // namespace redbook
