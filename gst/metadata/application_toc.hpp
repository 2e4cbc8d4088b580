/// The table of contents that the application sets.
#pragma once

#include <gst/gst.h>

#include "util/owned.hpp"

namespace redbook {

/// What the application set as the table of contents of the disc (GstTocSetter), or null.
/// A table that cannot be used is left out with a WARNING.
OwnedToc toc_of_application(GstElement *element);

}  // namespace redbook
