/// The one debug category of the plugin.
#pragma once

#include <gst/gst.h>

GST_DEBUG_CATEGORY_EXTERN(redbooksink_debug);
#define GST_CAT_DEFAULT redbooksink_debug
