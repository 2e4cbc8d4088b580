/// Makes audio louder or softer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "units.hpp"

namespace redbook {

/// Applies so many `decibels` to whole blocks of audio, the first of which is at `start`,
/// and rounds to 16 bits with one dither: triangular, of two steps, white. The dither
/// depends on the place alone, so the same audio always becomes the same. Blocks of
/// digital silence stay that, and a gain of 0 changes nothing. What gets too loud for 16
/// bits is cut off.
void apply_gain(std::span<std::byte> blocks, Lba start, double decibels);

}  // namespace redbook
