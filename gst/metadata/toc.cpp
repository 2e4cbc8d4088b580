#include "metadata/toc.hpp"

#include "metadata/tags.hpp"

namespace redbook {
namespace {

std::int64_t samples(gint64 time) { return samples_in(static_cast<GstClockTime>(time)); }

GstClockTime time_of(Lba place) {
  return gst_util_uint64_scale_round(static_cast<guint64>(place.value()), GST_SECOND,
                                     blocks_per_second);
}

bool has_start(const GstTocEntry *entry) {
  gint64 start = -1;
  return gst_toc_entry_get_start_stop_times(entry, &start, nullptr) && start >= 0;
}

std::vector<GstTocEntry *> timed(GList *entries, GstTocEntryType type) {
  std::vector<GstTocEntry *> found;
  for (auto *at = entries; at; at = at->next) {
    auto *entry = static_cast<GstTocEntry *>(at->data);
    if (gst_toc_entry_get_entry_type(entry) == type && has_start(entry))
      found.push_back(entry);
  }
  return found;
}

std::vector<GstTocEntry *> track_level(GList *entries) {
  for (const auto type : {GST_TOC_ENTRY_TYPE_TRACK, GST_TOC_ENTRY_TYPE_CHAPTER})
    if (auto found = timed(entries, type); !found.empty()) return found;
  for (auto *at = entries; at; at = at->next) {
    auto *entry = static_cast<GstTocEntry *>(at->data);
    auto found = track_level(gst_toc_entry_get_sub_entries(entry));
    if (!found.empty()) return found;
  }
  return {};
}

TocTrack track_of(const GstTocEntry *entry) {
  gint64 start = 0;
  gint64 stop = -1;
  gst_toc_entry_get_start_stop_times(entry, &start, &stop);
  const auto *tags = gst_toc_entry_get_tags(entry);
  TocTrack track{
      samples(start),  pregap_of(tags).value_or(Blocks{}), {}, {}, texts_of(tags),
      subcode_of(tags)};
  if (stop >= 0) track.stop = samples(stop);
  if (gst_toc_entry_get_entry_type(entry) != GST_TOC_ENTRY_TYPE_TRACK) return track;
  for (auto *chapter :
       timed(gst_toc_entry_get_sub_entries(entry), GST_TOC_ENTRY_TYPE_CHAPTER)) {
    gst_toc_entry_get_start_stop_times(chapter, &start, nullptr);
    track.chapters.push_back(samples(start));
  }
  return track;
}

bool equal_entries(GList *a, GList *b);

bool equal_tags(const GstTagList *a, const GstTagList *b) {
  return a && b ? gst_tag_list_is_equal(a, b) != FALSE : a == b;
}

bool equal_entry(const GstTocEntry *a, const GstTocEntry *b) {
  gint64 start_a = -1, stop_a = -1, start_b = -1, stop_b = -1;
  gst_toc_entry_get_start_stop_times(a, &start_a, &stop_a);
  gst_toc_entry_get_start_stop_times(b, &start_b, &stop_b);
  return start_a == start_b && stop_a == stop_b &&
         gst_toc_entry_get_entry_type(a) == gst_toc_entry_get_entry_type(b) &&
         g_strcmp0(gst_toc_entry_get_uid(a), gst_toc_entry_get_uid(b)) == 0 &&
         equal_tags(gst_toc_entry_get_tags(a), gst_toc_entry_get_tags(b)) &&
         equal_entries(gst_toc_entry_get_sub_entries(a),
                       gst_toc_entry_get_sub_entries(b));
}

bool equal_entries(GList *a, GList *b) {
  for (; a && b; a = a->next, b = b->next)
    if (!equal_entry(static_cast<GstTocEntry *>(a->data),
                     static_cast<GstTocEntry *>(b->data)))
      return false;
  return !a && !b;
}

GstTocEntry *entry_of(const Track &track, int number) {
  const OwnedText uid{g_strdup_printf("track-%02d", number)};
  auto *entry = gst_toc_entry_new(GST_TOC_ENTRY_TYPE_TRACK, uid.get());
  gst_toc_entry_set_start_stop_times(entry, static_cast<gint64>(time_of(track.index_1())),
                                     static_cast<gint64>(time_of(track.end())));
  gst_toc_entry_set_tags(entry, tag_list_of(track, number).release());
  return entry;
}

}  // namespace

std::int64_t samples_in(GstClockTime time) {
  return static_cast<std::int64_t>(
      gst_util_uint64_scale_round(time, samples_per_second, GST_SECOND));
}

std::vector<TocTrack> tracks_of(const GstToc *toc) {
  std::vector<TocTrack> tracks;
  for (const auto *entry : track_level(gst_toc_get_entries(toc)))
    tracks.push_back(track_of(entry));
  return tracks;
}

bool equal(const GstToc *a, const GstToc *b) {
  return a == b || (a && b && equal_tags(gst_toc_get_tags(a), gst_toc_get_tags(b)) &&
                    equal_entries(gst_toc_get_entries(a), gst_toc_get_entries(b)));
}

OwnedToc toc_of(const Disc &disc) {
  OwnedToc toc{gst_toc_new(GST_TOC_SCOPE_GLOBAL)};
  const DiscTags tags{disc.texts, disc.genre, disc.mcn, disc.language};
  gst_toc_set_tags(toc.get(),
                   tag_list_of(tags, static_cast<int>(disc.tracks.size())).release());
  int number = 1;
  for (const auto &track : disc.tracks)
    gst_toc_append_entry(toc.get(), entry_of(track, number++));
  return toc;
}

}  // namespace redbook
