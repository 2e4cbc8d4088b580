/// The resampler as an element.
#pragma once

#include <gst/gst.h>

/// Known to redbookbin alone. What is at 44.1 kHz passes as it is; else a segment lets
/// out what is left of the audio before it. Property "quality": 0 to 10.
GType gst_redbook_resampler_get_type();

#define GST_TYPE_REDBOOK_RESAMPLER (gst_redbook_resampler_get_type())
