// Any tags and tables of contents, as GStreamer hands them on, become a disc. Texts are
// any bytes: a second value of a tag may be no UTF-8. The input: the tags of a stream and
// of the application, what is staged of the stream, then the entries of its table.

#include <gst/gst.h>

#include <cstdlib>

#include "input.hpp"
#include "metadata/agreed_tags.hpp"
#include "metadata/toc.hpp"
#include "recording/disc_metadata.hpp"
#include "seed.hpp"

using namespace redbook;
using redbook::test::Input;

// GLib lets its first table of quarks go when it needs a larger one, which the languages
// of iso-codes fill; it was made when the library was loaded. The address sanitizer sees
// that where it follows every call.
extern "C" const char *__asan_default_options() { return "fast_unwind_on_malloc=0"; }
extern "C" const char *__lsan_default_suppressions() { return "leak:ld-linux"; }

// An element that an application can set tags on, as redbooksink is.
struct TagHolder {
  GstElement element;
};
struct TagHolderClass {
  GstElementClass element_class;
};
G_DEFINE_TYPE_WITH_CODE(TagHolder, tag_holder, GST_TYPE_ELEMENT,
                        G_IMPLEMENT_INTERFACE(GST_TYPE_TAG_SETTER, nullptr))
static void tag_holder_class_init(TagHolderClass *) {}
static void tag_holder_init(TagHolder *) {}

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void be_silent(const char *, GLogLevelFlags, const char *, void *) {}

void set_up() {
  gst_init(nullptr, nullptr);
  register_tags();
  g_log_set_default_handler(be_silent, nullptr);  // GStreamer refuses much, and says so
  gst_debug_set_active(FALSE);
}

constexpr const char *text_tags[] = {
    GST_TAG_TITLE,         GST_TAG_ARTIST, GST_TAG_COMPOSER,
    GST_TAG_COMMENT,       GST_TAG_ALBUM,  GST_TAG_ALBUM_ARTIST,
    GST_TAG_LANGUAGE_CODE, GST_TAG_GENRE,  GST_TAG_EXTENDED_COMMENT,
    GST_TAG_ISRC,          mcn_tag,        copy_tag};
constexpr const char *keys[] = {
    "TITLE[de]=", "ARTIST[ja]=", "ALBUM[",           "LYRICIST=",   "ARRANGER=",
    "BARCODE=",   "COMMENT",     "ALBUMARTIST[fr]=", "COMPOSER[]=", ""};

void add_tag(GstTagList *tags, Input &input) {
  const auto *tag = text_tags[input.choice(12)];
  auto text = input.text();
  if (tag == text_tags[8]) text.insert(0, keys[input.choice(10)]);
  gst_tag_list_add(tags, GST_TAG_MERGE_APPEND, tag, text.c_str(), nullptr);
}

OwnedTags tags_of(Input &input) {
  OwnedTags tags{gst_tag_list_new_empty()};
  for (int i = input.choice(8); i > 0; --i) add_tag(tags.get(), input);
  if (input.choice(2) == 1)
    gst_tag_list_add(tags.get(), GST_TAG_MERGE_REPLACE, pre_emphasis_tag, TRUE,
                     gapless_tag, TRUE, nullptr);
  return tags;
}

gint64 time_of(Input &input) {
  if (input.choice(8) == 0) return input.number() << 31;
  return input.choice(200) * static_cast<gint64>(GST_SECOND);
}

GstTocEntry *entry_of(Input &input, int depth) {
  constexpr GstTocEntryType types[] = {
      GST_TOC_ENTRY_TYPE_TRACK, GST_TOC_ENTRY_TYPE_CHAPTER, GST_TOC_ENTRY_TYPE_EDITION,
      GST_TOC_ENTRY_TYPE_TITLE};
  auto *entry = gst_toc_entry_new(types[input.choice(4)], "entry");
  if (input.choice(4) != 0) {
    const auto start = time_of(input);
    gst_toc_entry_set_start_stop_times(entry, start, time_of(input));
  }
  gst_toc_entry_set_tags(entry, tags_of(input).release());
  for (int i = depth < 3 ? input.choice(4) : 0; i > 0; --i)
    gst_toc_entry_append_sub_entry(entry, entry_of(input, depth + 1));
  return entry;
}

OwnedToc toc_of(Input &input) {
  OwnedToc toc{gst_toc_new(GST_TOC_SCOPE_GLOBAL)};
  for (int i = 0; i < 110 && !input.is_at_end(); ++i)
    gst_toc_append_entry(toc.get(), entry_of(input, 0));
  return toc;
}

StagedSpan span_of(Input &input) {
  StagedSpan span;
  span.first_byte = input.choice(256) * bytes_per_sample;
  span.first_sample = input.choice(2) == 0 ? 0 : input.number();
  span.samples = input.choice(256) * std::int64_t{samples_per_second};
  return span;
}

Disc divided(const std::vector<TocTrack> &tracks, const StagedSpan &span) {
  Disc disc;
  if (tracks.empty() || fault_of(tracks)) return disc;
  fit_of(tracks, span, span.samples / 2);
  for (auto &piece : divide(tracks, span, Opening::hidden).pieces)
    disc.tracks.push_back({disc.lead_out(), piece.pregap, piece.length, piece.indexes,
                           piece.texts, piece.subcode});
  return disc;
}

bool is_utf_8(const std::string &text) {
  return g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr);
}

void check(const Texts &texts) {
  for (const auto *text : {&texts.title, &texts.performer, &texts.songwriter,
                           &texts.composer, &texts.arranger, &texts.message})
    require(is_utf_8(*text));
  for (const auto &text : texts.translated)
    require(is_utf_8(text.language) && is_utf_8(text.text) && text.item != nullptr);
}

void check(const Disc &disc) {
  check(disc.texts);
  require(is_utf_8(disc.genre) && is_utf_8(disc.mcn) && is_utf_8(disc.language));
  for (const auto &track : disc.tracks) {
    check(track.texts);
    require(is_utf_8(track.subcode.isrc));
  }
}

void master(const Disc &disc, const char *location) {
  Settings settings;
  settings.location = location;
  const auto linted = mastered(disc, settings);
  if (linted.can_be_made()) toc_of(linted.disc);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  static const bool is_set_up = (set_up(), true);
  require(is_set_up);
  Input input{data, size};
  AgreedTags agreed;
  for (int i = 0; i < 2; ++i) agreed.add(disc_tags_of(tags_of(input).get()));
  auto *setter = static_cast<GstElement *>(
      gst_object_ref_sink(g_object_new(tag_holder_get_type(), nullptr)));
  gst_tag_setter_merge_tags(GST_TAG_SETTER(setter), tags_of(input).get(),
                            GST_TAG_MERGE_APPEND);
  const auto span = span_of(input);
  const auto toc = toc_of(input);
  require(equal(toc.get(), toc.get()));
  const auto disc =
      described(divided(tracks_of(toc.get()), span), agreed.agreed(), {}, setter);
  check(disc);
  redbook::test::is_accepted = disc != Disc{};
  for (const auto *location : {"a.cue", "a.toc", "a.ddp"}) master(disc, location);
  gst_object_unref(setter);
  return 0;
}
