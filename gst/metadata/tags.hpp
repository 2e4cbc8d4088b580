/// GStreamer's tags and the texts, codes and flags of a disc.
#pragma once

#include <gst/gst.h>

#include <optional>
#include <string>

#include "disc/disc.hpp"
#include "util/owned.hpp"

namespace redbook {

/// Our own tags: whether the end of a track joins the next one without silence (boolean),
/// whether its samples are pre-emphasised (boolean), whether it may be copied (permitted,
/// prohibited, scms), whether it is marked as four-channel audio (boolean), how many
/// blocks of silence come before it (unsigned), the catalogue number of the disc.
inline constexpr const char *gapless_tag = "redbook-gapless";
inline constexpr const char *pre_emphasis_tag = "redbook-pre-emphasis";
inline constexpr const char *copy_tag = "redbook-copy";
inline constexpr const char *four_channel_tag = "redbook-four-channel";
inline constexpr const char *pregap_tag = "redbook-pregap";
inline constexpr const char *mcn_tag = "redbook-mcn";

/// Makes our own tags known to GStreamer. Once per process; again does no harm.
void register_tags();

/// Adds a value, unless it is empty or no UTF-8.
void add(GstTagList *tags, const char *tag, const std::string &text);

/// TITLE, ARTIST, COMPOSER, COMMENT, and LYRICIST=, WRITER=, ARRANGER= from extended
/// comments: what a track is called. Several values are joined by commas. The same in
/// other languages: extended comments with one, TITLE[de]=, ARTIST[ja]=, COMMENT[fr]=.
/// `tags` may be null.
Texts texts_of(const GstTagList *tags);

/// ISRC and the flags of a track.
Subcode subcode_of(const GstTagList *tags);

/// What tags say of the disc as a whole.
struct DiscTags {
  /// Title and performer: ALBUM, ALBUM_ARTIST; translated: ALBUM[de]=, ALBUMARTIST[de]=.
  Texts texts{};
  std::string genre{};
  std::string mcn{};  ///< redbook-mcn, or BARCODE=, UPC=, EAN=, MCN= in extended comments
  std::string language{};
  bool operator==(const DiscTags &) const = default;
};

DiscTags disc_tags_of(const GstTagList *tags);

std::optional<bool> gapless_of(const GstTagList *tags);

/// The silence before a track, from its index 00 to its index 01; in an entry of a table
/// of contents the audio from its start on that is its pregap.
std::optional<Blocks> pregap_of(const GstTagList *tags);

/// The way back.
OwnedTags tag_list_of(const Track &track, int track_number);
OwnedTags tag_list_of(const DiscTags &disc, int track_count);

}  // namespace redbook
