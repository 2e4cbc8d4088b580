#include "bus/identities.hpp"

#include <gst/tag/tag.h>

#include <string>

#include "disc/identity.hpp"

namespace redbook {

GstStructure *identities_of(const Disc &disc) {
  const auto identity = identity_of(disc);
  const auto accurate_rip =
      identity.accurate_rip_1 + "-" + identity.accurate_rip_2 + "-" + identity.freedb;
  return gst_structure_new(
      "redbook-identities", "musicbrainz", G_TYPE_STRING, identity.musicbrainz.c_str(),
      "freedb", G_TYPE_STRING, identity.freedb.c_str(), "accurate-rip", G_TYPE_STRING,
      accurate_rip.c_str(), "ctdb", G_TYPE_STRING, identity.ctdb.c_str(), nullptr);
}

OwnedTags identity_tags_of(const Disc &disc) {
  const auto identity = identity_of(disc);
  if (identity.musicbrainz.empty()) return OwnedTags{gst_tag_list_new_empty()};
  return OwnedTags{gst_tag_list_new(
      GST_TAG_CDDA_MUSICBRAINZ_DISCID, identity.musicbrainz.c_str(),
      GST_TAG_CDDA_MUSICBRAINZ_DISCID_FULL, identity.musicbrainz_full.c_str(),
      GST_TAG_CDDA_CDDB_DISCID, identity.freedb.c_str(), GST_TAG_CDDA_CDDB_DISCID_FULL,
      identity.freedb_full.c_str(), nullptr)};
}

}  // namespace redbook
