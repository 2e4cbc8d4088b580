#pragma once

#include "test_drive/bytes.hpp"

namespace redbook::drive {

/// A chord no two tracks share: 16 bit little-endian stereo, like music enough for
/// readers that guess the byte order.
Bytes music(int track, int samples);

/// The same in a WAVE file's clothes.
Bytes wave_file(View audio);

}  // namespace redbook::drive
