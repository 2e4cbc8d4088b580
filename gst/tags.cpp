#include "tags.hpp"

#include <string>

namespace redbook {
namespace {

std::string all_values(const GstTagList *tags, const char *tag) {
  std::string joined;
  const guint count = gst_tag_list_get_tag_size(tags, tag);
  for (guint i = 0; i < count; ++i) {
    const char *value = nullptr;
    if (!gst_tag_list_peek_string_index(tags, tag, i, &value)) continue;
    joined += (joined.empty() ? "" : ", ") + std::string{value};
  }
  return joined;
}

void add(GstTagList *tags, const char *tag, const std::string &text) {
  if (!text.empty() &&
      g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr))
    gst_tag_list_add(tags, GST_TAG_MERGE_APPEND, tag, text.c_str(), nullptr);
}

}  // namespace

void register_tags() {
  gst_tag_register_static(gapless_tag, GST_TAG_FLAG_META, G_TYPE_BOOLEAN, "gapless",
                          "Whether the track joins the next one without silence",
                          nullptr);
}

Texts texts_of(const GstTagList *tags) {
  if (!tags) return {};
  return {all_values(tags, GST_TAG_TITLE), all_values(tags, GST_TAG_ARTIST)};
}

Texts disc_texts_of(const GstTagList *tags) {
  if (!tags) return {};
  return {all_values(tags, GST_TAG_ALBUM), all_values(tags, GST_TAG_ALBUM_ARTIST)};
}

std::optional<bool> gapless_of(const GstTagList *tags) {
  gboolean gapless = FALSE;
  if (!tags || !gst_tag_list_get_boolean(tags, gapless_tag, &gapless))
    return std::nullopt;
  return gapless != FALSE;
}

OwnedTags tags_of(const Texts &texts, int track_number) {
  OwnedTags tags{gst_tag_list_new_empty()};
  add(tags.get(), GST_TAG_TITLE, texts.title);
  add(tags.get(), GST_TAG_ARTIST, texts.performer);
  gst_tag_list_add(tags.get(), GST_TAG_MERGE_APPEND, GST_TAG_TRACK_NUMBER,
                   static_cast<guint>(track_number), nullptr);
  return tags;
}

OwnedTags disc_tags_of(const Texts &texts, int track_count) {
  OwnedTags tags{gst_tag_list_new_empty()};
  add(tags.get(), GST_TAG_ALBUM, texts.title);
  add(tags.get(), GST_TAG_ALBUM_ARTIST, texts.performer);
  gst_tag_list_add(tags.get(), GST_TAG_MERGE_APPEND, GST_TAG_TRACK_COUNT,
                   static_cast<guint>(track_count), nullptr);
  return tags;
}

}  // namespace redbook
