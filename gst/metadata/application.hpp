/// What the application says of the disc, by GstTagSetter and GstTocSetter: on the
/// element, or on the bin around it that stands for it.
#pragma once

#include <gst/gst.h>

#include "util/owned.hpp"

namespace redbook {

/// Tags, and how those of the streams join them.
struct ApplicationTags {
  OwnedTags tags;  ///< null: none
  GstTagMergeMode mode;
};

/// The tags set on `element`, then those on the bin.
ApplicationTags tags_of_application(GstElement *element);

/// The table of contents of the disc, or null. A table that cannot be used is left out
/// with a WARNING.
OwnedToc toc_of_application(GstElement *element);

/// Forgets both of `element`, for the next disc.
void forget_application_metadata(GstElement *element);

}  // namespace redbook
