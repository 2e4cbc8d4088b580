#include "table_of_contents.hpp"

namespace burn_album {
namespace {

void add(GstTagList *tags, const char *tag, const std::string &text) {
  if (!text.empty())
    gst_tag_list_add(tags, GST_TAG_MERGE_APPEND, tag, text.c_str(), nullptr);
}

/// What has no tag of its own.
void add_further(GstTagList *tags, const std::string &name, const std::string &text) {
  if (!text.empty()) add(tags, GST_TAG_EXTENDED_COMMENT, name + "=" + text);
}

/// `redbook-...` are redbooksink's own tags.
GstTagList *tags_of(const Track &track) {
  auto *tags = gst_tag_list_new_empty();
  add(tags, GST_TAG_TITLE, track.texts.title);
  add(tags, GST_TAG_ARTIST, track.texts.performer);
  add(tags, GST_TAG_COMPOSER, track.texts.composer);
  add(tags, GST_TAG_COMMENT, track.texts.message);
  add(tags, GST_TAG_ISRC, track.isrc);
  add_further(tags, "LYRICIST", track.texts.songwriter);
  add_further(tags, "ARRANGER", track.texts.arranger);
  if (track.pre_emphasis)
    gst_tag_list_add(tags, GST_TAG_MERGE_APPEND, "redbook-pre-emphasis", TRUE, nullptr);
  if (track.four_channel)
    gst_tag_list_add(tags, GST_TAG_MERGE_APPEND, "redbook-four-channel", TRUE, nullptr);
  if (track.pregap > 0)
    gst_tag_list_add(tags, GST_TAG_MERGE_APPEND, "redbook-pregap",
                     static_cast<guint>(track.pregap), nullptr);
  add(tags, "redbook-copy", track.copy);
  return tags;
}

GstTocEntry *entry_of(GstTocEntryType type, const std::string &id, std::int64_t start,
                      std::int64_t stop) {
  auto *entry = gst_toc_entry_new(type, id.c_str());
  gst_toc_entry_set_start_stop_times(entry, start, stop);
  return entry;
}

/// Index points from 02 on are chapters in it.
GstTocEntry *entry_of(const Track &track, int number) {
  const auto stop = track.start + track.length;
  const auto id = "track-" + std::to_string(number);
  auto *entry = entry_of(GST_TOC_ENTRY_TYPE_TRACK, id, track.start, stop);
  gst_toc_entry_set_tags(entry, tags_of(track));
  int index = 2;
  for (const auto place : track.indexes)
    gst_toc_entry_append_sub_entry(
        entry, entry_of(GST_TOC_ENTRY_TYPE_CHAPTER, id + "-" + std::to_string(index++),
                        place, stop));
  return entry;
}

}  // namespace

OwnedToc table_of_contents(const Album &album) {
  OwnedToc toc{gst_toc_new(GST_TOC_SCOPE_GLOBAL)};
  int number = 0;
  for (const auto &track : album.tracks)
    gst_toc_append_entry(toc.get(), entry_of(track, ++number));
  return toc;
}

}  // namespace burn_album
