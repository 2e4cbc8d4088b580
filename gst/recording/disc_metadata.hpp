/// All that is known of a disc, put together.
#pragma once

#include <gst/gst.h>

#include "disc/lint.hpp"
#include "metadata/tags.hpp"
#include "recording/settings.hpp"

namespace redbook {

/// `disc` with the texts and codes of the whole: properties win over the application's
/// tags (GstTagSetter, by its merge mode), those over what the streams agree on. A
/// performer, songwriter, composer or arranger that all tracks have is the disc's if it
/// has none.
Disc described(Disc disc, const DiscTags &from_streams, const Settings &settings,
               GstElement *setter);

/// `disc` as it can be made, checked, with CD-TEXT if the settings want it, and
/// everything there was to say of it.
Linted mastered(Disc disc, const Settings &settings);

}  // namespace redbook
