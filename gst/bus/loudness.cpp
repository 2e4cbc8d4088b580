#include "bus/loudness.hpp"

#include "bus/enums.hpp"
#include "bus/structures.hpp"

namespace redbook {
namespace {

// Silence has neither loudness nor peaks.
void add(GstStructure *structure, const MeasuredLoudness &measured) {
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
  add(structure, track.measured);
  return structure;
}

}  // namespace

GstStructure *structure_of(const DiscLoudness &loudness) {
  const auto &[mode, target, limit] = loudness.settings;
  auto *structure = gst_structure_new(
      "redbook-loudness", "mode", GST_TYPE_REDBOOK_LOUDNESS, static_cast<gint>(mode),
      "target", G_TYPE_DOUBLE, target, "true-peak-limit", G_TYPE_DOUBLE, limit, nullptr);
  add(structure, loudness.whole);
  GValue tracks = G_VALUE_INIT;
  g_value_init(&tracks, GST_TYPE_ARRAY);
  guint number = 1;
  for (const auto &track : loudness.tracks)
    append(&tracks, structure_of(number++, track));
  gst_structure_take_value(structure, "tracks", &tracks);
  return structure;
}

}  // namespace redbook
