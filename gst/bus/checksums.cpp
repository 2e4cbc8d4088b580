#include "bus/checksums.hpp"

#include "bus/structures.hpp"

namespace redbook {
namespace {

GstStructure *structure_of(guint number, const AudioSums &sums) {
  return gst_structure_new("redbook-track-checksums", "track", G_TYPE_UINT, number,
                           "accurate-rip-v1", G_TYPE_UINT, sums.accurate_rip.v1,
                           "accurate-rip-v2", G_TYPE_UINT, sums.accurate_rip.v2, "crc-32",
                           G_TYPE_UINT, sums.crc32, "crc-32-without-nulls", G_TYPE_UINT,
                           sums.crc32_without_nulls, "peak", G_TYPE_UINT,
                           static_cast<guint>(sums.peak), nullptr);
}

}  // namespace

GstStructure *structure_of(const DiscSums &sums) {
  auto *structure = gst_structure_new(
      "redbook-checksums", "crc-32", G_TYPE_UINT, sums.crc32, "crc-32-without-nulls",
      G_TYPE_UINT, sums.crc32_without_nulls, "ctdb", G_TYPE_UINT, sums.ctdb, "peak",
      G_TYPE_UINT, static_cast<guint>(sums.peak), nullptr);
  GValue tracks = G_VALUE_INIT;
  g_value_init(&tracks, GST_TYPE_ARRAY);
  guint number = 1;
  for (const auto &track : sums.tracks) append(&tracks, structure_of(number++, track));
  gst_structure_take_value(structure, "tracks", &tracks);
  return structure;
}

}  // namespace redbook
