/// What databases know a disc by, told to applications.
#pragma once

#include <gst/gst.h>

#include "disc/disc.hpp"
#include "util/owned.hpp"

namespace redbook {

/// The structure `redbook-identities`: musicbrainz, freedb, accurate-rip, ctdb.
GstStructure *identities_of(const Disc &disc);

/// GStreamer's own tags for them: musicbrainz-discid, discid, and the full ones.
OwnedTags identity_tags_of(const Disc &disc);

}  // namespace redbook
