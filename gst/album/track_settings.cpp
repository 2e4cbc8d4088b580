#include "album/track_settings.hpp"

#include "metadata/tags.hpp"

namespace redbook {
namespace {

void add_flag(GstTagList *tags, const char *tag, std::optional<bool> value) {
  if (value)
    gst_tag_list_add(tags, GST_TAG_MERGE_REPLACE, tag, *value ? TRUE : FALSE, nullptr);
}

}  // namespace

OwnedTags tags_of(const TrackSettings &settings) {
  OwnedTags tags{gst_tag_list_new_empty()};
  add(tags.get(), GST_TAG_TITLE, settings.title);
  add(tags.get(), GST_TAG_ARTIST, settings.performer);
  add(tags.get(), GST_TAG_COMPOSER, settings.composer);
  add(tags.get(), GST_TAG_ISRC, settings.isrc);
  add_flag(tags.get(), gapless_tag, settings.gapless);
  add_flag(tags.get(), pre_emphasis_tag, settings.pre_emphasis);
  if (settings.copy) add(tags.get(), copy_tag, name_of(*settings.copy));
  if (settings.pregap)
    gst_tag_list_add(tags.get(), GST_TAG_MERGE_REPLACE, pregap_tag,
                     static_cast<guint>(settings.pregap->count()), nullptr);
  return gst_tag_list_is_empty(tags.get()) ? nullptr : std::move(tags);
}

}  // namespace redbook
