/// What redbooksink answers when asked where it is.
#pragma once

#include <gst/gst.h>

#include "recording/recording.hpp"

namespace redbook {

/// Answers position in bytes and samples, which count what is staged on the disc,
/// conversions between bytes, samples and time, and which formats there are. False for
/// all other queries. `recording` may be null.
bool answer(GstQuery *query, Recording *recording);

}  // namespace redbook
