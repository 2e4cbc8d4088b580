/// What the application calls the disc, by GstTagSetter.
#pragma once

#include <gst/gst.h>

#include "util/owned.hpp"

namespace redbook {

/// Tags, and how those of the streams join them.
struct ApplicationTags {
  OwnedTags tags;  ///< null: none
  GstTagMergeMode mode;
};

/// The tags set on `element`, then those on the bin around it that stands for it.
ApplicationTags tags_of_application(GstElement *element);

}  // namespace redbook
