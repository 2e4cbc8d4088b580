/// Buffers that are written later, from where they are.
#pragma once

#include <gst/gst.h>

#include "stash/held_audio.hpp"

namespace redbook {

/// Whether `buffer` can wait for that without harm: its bytes stay where they are when it
/// is not mapped, no pool waits for it, and it keeps little more memory than its audio
/// takes.
bool can_be_kept(GstBuffer *buffer);

/// `bytes` of `buffer`, with a reference to it.
HeldAudio kept(GstBuffer *buffer, Bytes bytes);

}  // namespace redbook
