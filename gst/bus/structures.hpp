/// The structures that messages, properties and devices carry.
#pragma once

#include <gst/gst.h>

#include <string>

#include "checksum/track_checksums.hpp"
#include "disc/disc.hpp"
#include "disc/finding.hpp"
#include "loudness/loudness.hpp"
#include "util/owned.hpp"

namespace redbook {

/// Sets a field of `structure` to `part`, which it takes.
void set(GstStructure *structure, const char *field, GstStructure *part);

/// Appends to a GST_TYPE_ARRAY; it takes the structure.
void append(GValue *array, GstStructure *part);
void append(GValue *array, const std::string &text);
void append(GValue *array, gint number);
void append(GValue *array, guint number);

/// `redbook-finding`: name, severity, track, sentence, action, code.
GstStructure *structure_of(const Finding &finding);

/// `redbook-checksums`: crc-32, crc-32-without-nulls, ctdb (0: too short a disc), peak (0
/// to 32768), and tracks, an array of `redbook-track-checksums` with track,
/// accurate-rip-v1, accurate-rip-v2, crc-32, crc-32-without-nulls, peak.
GstStructure *structure_of(const DiscSums &sums);

/// `redbook-loudness`: mode, target, true-peak-limit, integrated, range, true-peak, and
/// tracks, an array of `redbook-track-loudness` with track, gain, integrated, range,
/// true-peak. Silence has neither integrated nor true-peak.
GstStructure *structure_of(const DiscLoudness &loudness);

/// `redbook-identities`, what databases know the disc by: musicbrainz, freedb,
/// accurate-rip, ctdb.
GstStructure *identities_of(const Disc &disc);

/// GStreamer's own tags for them: musicbrainz-discid, discid, and the full ones.
OwnedTags identity_tags_of(const Disc &disc);

}  // namespace redbook
