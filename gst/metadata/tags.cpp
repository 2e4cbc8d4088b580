#include "metadata/tags.hpp"

#include <gst/tag/tag.h>

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

namespace redbook {
namespace {

void add_with_comma(std::string &text, const std::string &value) {
  if (!value.empty()) text += (text.empty() ? "" : ", ") + value;
}

// GStreamer checks the first value of a tag only; what is no UTF-8 becomes U+FFFD, of
// which the texts of a disc are freed with a finding.
std::string valid(const char *text) {
  return OwnedText{g_utf8_make_valid(text, -1)}.get();
}

std::string all_values(const GstTagList *tags, const char *tag) {
  std::string text;
  const guint count = gst_tag_list_get_tag_size(tags, tag);
  for (guint i = 0; i < count; ++i) {
    const char *value = nullptr;
    if (gst_tag_list_peek_string_index(tags, tag, i, &value))
      add_with_comma(text, valid(value));
  }
  return text;
}

std::string first_value(const GstTagList *tags, const char *tag) {
  const char *value = nullptr;
  return gst_tag_list_peek_string_index(tags, tag, 0, &value) ? valid(value) : "";
}

/// What vorbis comments without a tag of their own become: KEY=value,
/// KEY[language]=value.
struct ExtendedComment {
  std::string key;
  std::string language;
  std::string value;

  bool is(const char *wanted) const {
    return g_ascii_strcasecmp(key.c_str(), wanted) == 0;
  }
};

std::optional<ExtendedComment> parsed(const char *comment) {
  char *key = nullptr;
  char *language = nullptr;
  char *value = nullptr;
  if (!gst_tag_parse_extended_comment(valid(comment).c_str(), &key, &language, &value,
                                      TRUE))
    return std::nullopt;
  const OwnedText owned_key{key};
  const OwnedText owned_language{language};
  const OwnedText owned_value{value};
  return ExtendedComment{key, language ? language : "", value};
}

std::vector<ExtendedComment> extended_comments(const GstTagList *tags) {
  std::vector<ExtendedComment> comments;
  const guint count = gst_tag_list_get_tag_size(tags, GST_TAG_EXTENDED_COMMENT);
  for (guint i = 0; i < count; ++i) {
    const char *text = nullptr;
    gst_tag_list_peek_string_index(tags, GST_TAG_EXTENDED_COMMENT, i, &text);
    if (auto comment = parsed(text)) comments.push_back(std::move(*comment));
  }
  return comments;
}

// Those without a language.
std::vector<std::string> extended(const GstTagList *tags,
                                  std::initializer_list<const char *> keys) {
  std::vector<std::string> values;
  for (const auto &comment : extended_comments(tags))
    for (const char *key : keys)
      if (comment.language.empty() && comment.is(key)) values.push_back(comment.value);
  return values;
}

/// The key of a text in another language. The first key of a text is the one we write.
struct TranslationKey {
  const char *name;
  std::string Texts::*item;
};
using TranslationKeys = std::vector<TranslationKey>;

const TranslationKeys &track_keys() {
  static const TranslationKeys keys{
      {"TITLE", &Texts::title},         {"ARTIST", &Texts::performer},
      {"PERFORMER", &Texts::performer}, {"LYRICIST", &Texts::songwriter},
      {"WRITER", &Texts::songwriter},   {"COMPOSER", &Texts::composer},
      {"ARRANGER", &Texts::arranger},   {"COMMENT", &Texts::message}};
  return keys;
}

const TranslationKeys &disc_keys() {
  static const TranslationKeys keys{{"ALBUM", &Texts::title},
                                    {"ALBUMARTIST", &Texts::performer},
                                    {"ALBUM_ARTIST", &Texts::performer}};
  return keys;
}

TranslatedText &entry_for(std::vector<TranslatedText> &texts, const std::string &language,
                          std::string Texts::*item) {
  for (auto &text : texts)
    if (text.language == language && text.item == item) return text;
  texts.push_back({language, item, {}});
  return texts.back();
}

std::vector<TranslatedText> translated(const GstTagList *tags,
                                       const TranslationKeys &keys) {
  std::vector<TranslatedText> texts;
  for (const auto &comment : extended_comments(tags))
    for (const auto &key : keys)
      if (!comment.language.empty() && !comment.value.empty() && comment.is(key.name))
        add_with_comma(entry_for(texts, comment.language, key.item).text, comment.value);
  return texts;
}

std::string with_commas(const std::vector<std::string> &values) {
  std::string text;
  for (const auto &value : values) add_with_comma(text, value);
  return text;
}

std::string mcn_of(const GstTagList *tags) {
  if (auto mcn = first_value(tags, mcn_tag); !mcn.empty()) return mcn;
  const auto codes = extended(tags, {"BARCODE", "UPC", "EAN", "MCN"});
  return codes.empty() ? std::string{} : codes.front();
}

bool boolean(const GstTagList *tags, const char *tag) {
  gboolean value = FALSE;
  return gst_tag_list_get_boolean(tags, tag, &value) && value;
}

Copy copy_named(const std::string &name) {
  if (name == "permitted") return Copy::permitted;
  return name == "scms" ? Copy::scms : Copy::prohibited;
}

void add_translated(GstTagList *tags, const std::vector<TranslatedText> &texts,
                    const TranslationKeys &keys) {
  for (const auto &text : texts) {
    const auto key = std::find_if(keys.begin(), keys.end(), [&text](const auto &known) {
      return known.item == text.item;
    });
    if (key != keys.end())
      add(tags, GST_TAG_EXTENDED_COMMENT,
          std::string{key->name} + '[' + text.language + "]=" + text.text);
  }
}

}  // namespace

void add(GstTagList *tags, const char *tag, const std::string &text) {
  if (!text.empty() &&
      g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr))
    gst_tag_list_add(tags, GST_TAG_MERGE_APPEND, tag, text.c_str(), nullptr);
}

void register_tags() {
  gst_tag_register_static(gapless_tag, GST_TAG_FLAG_META, G_TYPE_BOOLEAN, "gapless",
                          "Whether the track joins the next one without silence",
                          nullptr);
  gst_tag_register_static(pre_emphasis_tag, GST_TAG_FLAG_META, G_TYPE_BOOLEAN,
                          "pre-emphasis", "Whether the samples are pre-emphasised",
                          nullptr);
  gst_tag_register_static(copy_tag, GST_TAG_FLAG_META, G_TYPE_STRING, "copy",
                          "Whether the track may be copied: permitted, prohibited, scms",
                          nullptr);
  gst_tag_register_static(four_channel_tag, GST_TAG_FLAG_META, G_TYPE_BOOLEAN,
                          "four channels",
                          "Whether the track is marked as four-channel audio", nullptr);
  gst_tag_register_static(pregap_tag, GST_TAG_FLAG_META, G_TYPE_UINT, "pregap",
                          "Blocks (1/75 s) of silence before the track", nullptr);
  gst_tag_register_static(mcn_tag, GST_TAG_FLAG_META, G_TYPE_STRING, "catalogue number",
                          "Media catalogue number (UPC/EAN) of the disc", nullptr);
  gst_tag_register_musicbrainz_tags();
}

Texts texts_of(const GstTagList *tags) {
  if (!tags) return {};
  return {.title = all_values(tags, GST_TAG_TITLE),
          .performer = all_values(tags, GST_TAG_ARTIST),
          .songwriter = with_commas(extended(tags, {"LYRICIST", "WRITER"})),
          .composer = all_values(tags, GST_TAG_COMPOSER),
          .arranger = with_commas(extended(tags, {"ARRANGER"})),
          .message = all_values(tags, GST_TAG_COMMENT),
          .translated = translated(tags, track_keys())};
}

Subcode subcode_of(const GstTagList *tags) {
  if (!tags) return {};
  return {.isrc = first_value(tags, GST_TAG_ISRC),
          .pre_emphasis = boolean(tags, pre_emphasis_tag),
          .copy = copy_named(first_value(tags, copy_tag)),
          .four_channel = boolean(tags, four_channel_tag)};
}

DiscTags disc_tags_of(const GstTagList *tags) {
  if (!tags) return {};
  return {.texts = {.title = all_values(tags, GST_TAG_ALBUM),
                    .performer = all_values(tags, GST_TAG_ALBUM_ARTIST),
                    .translated = translated(tags, disc_keys())},
          .genre = first_value(tags, GST_TAG_GENRE),
          .mcn = mcn_of(tags),
          .language = first_value(tags, GST_TAG_LANGUAGE_CODE)};
}

std::optional<bool> gapless_of(const GstTagList *tags) {
  gboolean gapless = FALSE;
  if (!tags || !gst_tag_list_get_boolean(tags, gapless_tag, &gapless))
    return std::nullopt;
  return gapless != FALSE;
}

std::optional<Blocks> pregap_of(const GstTagList *tags) {
  guint blocks = 0;
  if (!tags || !gst_tag_list_get_uint(tags, pregap_tag, &blocks)) return std::nullopt;
  return std::min(Blocks{blocks}, max_program_length);
}

OwnedTags tag_list_of(const Track &track, int track_number) {
  OwnedTags tags{gst_tag_list_new_empty()};
  add(tags.get(), GST_TAG_TITLE, track.texts.title);
  add(tags.get(), GST_TAG_ARTIST, track.texts.performer);
  add(tags.get(), GST_TAG_COMPOSER, track.texts.composer);
  add(tags.get(), GST_TAG_COMMENT, track.texts.message);
  add(tags.get(), GST_TAG_ISRC, track.subcode.isrc);
  add_translated(tags.get(), track.texts.translated, track_keys());
  gst_tag_list_add(tags.get(), GST_TAG_MERGE_APPEND, GST_TAG_TRACK_NUMBER,
                   static_cast<guint>(track_number), nullptr);
  return tags;
}

OwnedTags tag_list_of(const DiscTags &disc, int track_count) {
  OwnedTags tags{gst_tag_list_new_empty()};
  add(tags.get(), GST_TAG_ALBUM, disc.texts.title);
  add(tags.get(), GST_TAG_ALBUM_ARTIST, disc.texts.performer);
  add(tags.get(), GST_TAG_GENRE, disc.genre);
  add(tags.get(), GST_TAG_LANGUAGE_CODE, disc.language);
  add(tags.get(), mcn_tag, disc.mcn);
  add_translated(tags.get(), disc.texts.translated, disc_keys());
  gst_tag_list_add(tags.get(), GST_TAG_MERGE_APPEND, GST_TAG_TRACK_COUNT,
                   static_cast<guint>(track_count), nullptr);
  return tags;
}

}  // namespace redbook
