/// GStreamer's tags and the texts of a disc.
#pragma once

#include <gst/gst.h>

#include <optional>

#include "disc/disc.hpp"
#include "owned.hpp"

namespace redbook {

/// Whether the end of this track joins the next one without silence: our own tag,
/// boolean.
inline constexpr const char *gapless_tag = "redbook-gapless";

/// Makes our own tags known to GStreamer. Once per process; again does no harm.
void register_tags();

/// TITLE and ARTIST: what a track is called. Several artists are joined by commas. `tags`
/// may be null.
Texts texts_of(const GstTagList *tags);

/// ALBUM and ALBUM_ARTIST: what the disc is called.
Texts disc_texts_of(const GstTagList *tags);

std::optional<bool> gapless_of(const GstTagList *tags);

/// The way back.
OwnedTags tags_of(const Texts &texts, int track_number);
OwnedTags disc_tags_of(const Texts &texts, int track_count);

}  // namespace redbook
