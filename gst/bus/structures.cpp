#include "bus/structures.hpp"

#include <gst/tag/tag.h>

#include <vector>

#include "bus/enums.hpp"
#include "disc/identity.hpp"

namespace redbook {
namespace {

GValue value_with(GstStructure *structure) {
  GValue value = G_VALUE_INIT;
  g_value_init(&value, GST_TYPE_STRUCTURE);
  g_value_take_boxed(&value, structure);
  return value;
}

GstStructure *structure_of(guint number, const AudioSums &sums) {
  return gst_structure_new("redbook-track-checksums", "track", G_TYPE_UINT, number,
                           "accurate-rip-v1", G_TYPE_UINT, sums.accurate_rip.v1,
                           "accurate-rip-v2", G_TYPE_UINT, sums.accurate_rip.v2, "crc-32",
                           G_TYPE_UINT, sums.crc32, "crc-32-without-nulls", G_TYPE_UINT,
                           sums.crc32_without_nulls, "peak", G_TYPE_UINT,
                           static_cast<guint>(sums.peak), nullptr);
}

void set_measured(GstStructure *structure, const MeasuredLoudness &measured) {
  gst_structure_set(structure, "range", G_TYPE_DOUBLE, measured.range, nullptr);
  if (measured.integrated)
    gst_structure_set(structure, "integrated", G_TYPE_DOUBLE, *measured.integrated,
                      nullptr);
  if (measured.true_peak > 0)
    gst_structure_set(structure, "true-peak", G_TYPE_DOUBLE, decibels(measured.true_peak),
                      nullptr);
}

GstStructure *structure_of(guint number, const TrackLoudness &track) {
  auto *structure = gst_structure_new("redbook-track-loudness", "track", G_TYPE_UINT,
                                      number, "gain", G_TYPE_DOUBLE, track.gain, nullptr);
  set_measured(structure, track.measured);
  return structure;
}

template <typename Track>
void set_tracks(GstStructure *structure, const std::vector<Track> &tracks) {
  GValue array = G_VALUE_INIT;
  g_value_init(&array, GST_TYPE_ARRAY);
  guint number = 1;
  for (const auto &track : tracks) append(&array, structure_of(number++, track));
  gst_structure_take_value(structure, "tracks", &array);
}

}  // namespace

void set(GstStructure *structure, const char *field, GstStructure *part) {
  auto value = value_with(part);
  gst_structure_take_value(structure, field, &value);
}

void append(GValue *array, GstStructure *part) {
  auto value = value_with(part);
  gst_value_array_append_and_take_value(array, &value);
}

void append(GValue *array, const std::string &text) {
  GValue value = G_VALUE_INIT;
  g_value_init(&value, G_TYPE_STRING);
  g_value_set_string(&value, text.c_str());
  gst_value_array_append_and_take_value(array, &value);
}

void append(GValue *array, gint number) {
  GValue value = G_VALUE_INIT;
  g_value_init(&value, G_TYPE_INT);
  g_value_set_int(&value, number);
  gst_value_array_append_and_take_value(array, &value);
}

void append(GValue *array, guint number) {
  GValue value = G_VALUE_INIT;
  g_value_init(&value, G_TYPE_UINT);
  g_value_set_uint(&value, number);
  gst_value_array_append_and_take_value(array, &value);
}

GstStructure *structure_of(const Finding &finding) {
  return gst_structure_new("redbook-finding", "name", G_TYPE_STRING, finding.name.c_str(),
                           "severity", G_TYPE_STRING, name_of(finding.severity), "track",
                           G_TYPE_UINT, static_cast<guint>(finding.track), "sentence",
                           G_TYPE_STRING, finding.sentence.c_str(), "action",
                           G_TYPE_STRING, finding.action.c_str(), "code", G_TYPE_UINT,
                           finding.code, nullptr);
}

GstStructure *structure_of(const DiscSums &sums) {
  auto *structure = gst_structure_new(
      "redbook-checksums", "crc-32", G_TYPE_UINT, sums.crc32, "crc-32-without-nulls",
      G_TYPE_UINT, sums.crc32_without_nulls, "ctdb", G_TYPE_UINT, sums.ctdb, "peak",
      G_TYPE_UINT, static_cast<guint>(sums.peak), nullptr);
  set_tracks(structure, sums.tracks);
  return structure;
}

GstStructure *structure_of(const DiscLoudness &loudness) {
  const auto &[mode, target, limit] = loudness.settings;
  auto *structure = gst_structure_new(
      "redbook-loudness", "mode", GST_TYPE_REDBOOK_LOUDNESS, static_cast<gint>(mode),
      "target", G_TYPE_DOUBLE, target, "true-peak-limit", G_TYPE_DOUBLE, limit, nullptr);
  set_measured(structure, loudness.whole);
  set_tracks(structure, loudness.tracks);
  return structure;
}

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
