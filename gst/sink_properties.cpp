#include "sink_properties.hpp"

#include <gst/audio/streamvolume.h>
#include <gst/gst.h>

#include <functional>
#include <utility>
#include <vector>

#include "enums.hpp"
#include "findings.hpp"

namespace redbook {
namespace {

constexpr auto setting =
    GParamFlags(G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | GST_PARAM_MUTABLE_READY);
constexpr auto setting_at_any_time =
    GParamFlags(G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | GST_PARAM_MUTABLE_PLAYING);
constexpr auto reading = GParamFlags(G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

/// One property: what gst-inspect prints, and where the value is.
struct Property {
  GParamSpec *spec;
  std::function<void(Sink &, const GValue *)> set;
  std::function<void(const Sink &, GValue *)> get;
};

Property text(const char *name, const char *blurb, std::string Settings::*member) {
  return {g_param_spec_string(name, name, blurb, nullptr, setting),
          [member](Sink &sink, const GValue *value) {
            const char *string = g_value_get_string(value);
            sink.change_settings([&](Settings &s) { s.*member = string ? string : ""; });
          },
          [member](const Sink &sink, GValue *value) {
            const auto string = sink.settings().*member;
            g_value_set_string(value, string.empty() ? nullptr : string.c_str());
          }};
}

Property flag(const char *name, const char *blurb, bool Settings::*member) {
  return {g_param_spec_boolean(name, name, blurb, Settings{}.*member, setting),
          [member](Sink &sink, const GValue *value) {
            sink.change_settings(
                [&](Settings &s) { s.*member = g_value_get_boolean(value); });
          },
          [member](const Sink &sink, GValue *value) {
            g_value_set_boolean(value, sink.settings().*member);
          }};
}

template <typename E>
Property choice(const char *name, const char *blurb, GType type, E Settings::*member) {
  const auto initial = static_cast<gint>(Settings{}.*member);
  return {g_param_spec_enum(name, name, blurb, type, initial, setting),
          [member](Sink &sink, const GValue *value) {
            const auto chosen = static_cast<E>(g_value_get_enum(value));
            sink.change_settings([&](Settings &s) { s.*member = chosen; });
          },
          [member](const Sink &sink, GValue *value) {
            g_value_set_enum(value, static_cast<gint>(sink.settings().*member));
          }};
}

Blocks blocks_in(const GValue *value) { return Blocks{g_value_get_uint(value)}; }

Property length(const char *name, const char *blurb, Blocks most,
                Blocks Settings::*member) {
  const auto maximum = static_cast<guint>(most.count());
  return {g_param_spec_uint(name, name, blurb, 0, maximum, 0, setting),
          [member](Sink &sink, const GValue *value) {
            sink.change_settings([&](Settings &s) { s.*member = blocks_in(value); });
          },
          [member](const Sink &sink, GValue *value) {
            g_value_set_uint(value,
                             static_cast<guint>((sink.settings().*member).count()));
          }};
}

Property expected_length(const char *name, const char *blurb) {
  auto property = length(name, blurb, longest_program, &Settings::expected);
  g_param_spec_sink(property.spec);
  property.spec =
      g_param_spec_uint(name, name, blurb, 0, static_cast<guint>(longest_program.count()),
                        0, setting_at_any_time);
  property.set = [](Sink &sink, const GValue *value) {
    sink.set_expected(blocks_in(value));
  };
  return property;
}

Property settle_time(const char *name, const char *blurb) {
  return {g_param_spec_int64(name, name, blurb, -1, G_MAXINT64, -1, setting),
          [](Sink &sink, const GValue *value) {
            sink.change_settings(
                [&](Settings &s) { s.settle_time = g_value_get_int64(value); });
          },
          [](const Sink &sink, GValue *value) {
            g_value_set_int64(value, sink.settings().settle_time);
          }};
}

template <typename Count>
Property counter(const char *name, const char *blurb, Count count) {
  return {g_param_spec_uint(name, name, blurb, 0, G_MAXUINT, 0, reading), nullptr,
          [count](const Sink &sink, GValue *value) {
            const auto recording = sink.recording();
            const auto counters =
                recording ? recording->counters() : Recording::Counters{};
            g_value_set_uint(value, static_cast<guint>(count(counters)));
          }};
}

Property block_size() {
  constexpr auto bytes = static_cast<guint>(DiscMaster::audio_block_size());
  return {
      g_param_spec_uint("block-size", "block-size", "Bytes in one block of audio, 1/75 s",
                        bytes, bytes, bytes, reading),
      nullptr, [](const Sink &, GValue *value) { g_value_set_uint(value, bytes); }};
}

Property findings() {
  return {gst_param_spec_array(
              "findings", "findings",
              "What there was to say of the disc when it was looked at as a whole: "
              "structures "
              "redbook-finding with name, severity, track, sentence, action, code",
              g_param_spec_boxed("finding", "finding", "One finding", GST_TYPE_STRUCTURE,
                                 reading),
              reading),
          nullptr, [](const Sink &sink, GValue *value) {
            const auto recording = sink.recording();
            if (!recording) return;
            for (const auto &finding : recording->findings()) append(value, finding);
          }};
}

using Counters = Recording::Counters;

std::vector<Property> make_properties() {
  return {
      text("location",
           "Disc image to make. The ending says the format: .cue for BIN/CUE, .toc for "
           "cdrdao's "
           "TOC with a BIN. An older image is replaced when the new one is complete",
           &Settings::location),
      choice("image-format", "Format of the disc image", GST_TYPE_REDBOOK_IMAGE_FORMAT,
             &Settings::image_format),
      flag("gapless",
           "Join tracks without adding a sample: what is short of a block at the end of "
           "a track "
           "is carried over into the next. Else the last block of each track is filled "
           "with "
           "silence",
           &Settings::gapless),
      length("track-gap", "Blocks (1/75 s) of silence between tracks",
             Blocks{longest_program}, &Settings::track_gap),
      choice("track-split", "Where tracks begin", GST_TYPE_REDBOOK_TRACK_SPLIT,
             &Settings::track_split),
      flag("hidden-track",
           "Sound before the first entry of a table of contents becomes the pregap of "
           "track 1, "
           "found by rewinding only, not the beginning of track 1",
           &Settings::hidden_track),
      choice("short-track", "What becomes of a track under 300 blocks (4 s)",
             GST_TYPE_REDBOOK_SHORT_TRACK, &Settings::short_track),
      choice("on-full", "What happens when the disc is full", GST_TYPE_REDBOOK_ON_FULL,
             &Settings::on_full),
      length("capacity",
             "Blocks (1/75 s) that the disc holds. 0: as an 80 minute disc, 359849",
             longest_program, &Settings::capacity),
      expected_length(
          "expected-blocks",
          "Blocks that the next track is expected to have, for progress messages and "
          "an early warning. 0: unknown. It neither reserves nor limits"),
      flag("keep-stash",
           "Keep the staged audio after a success, for another burn, until READY or the "
           "next "
           "track. With auto-burn=false it is kept anyway",
           &Settings::keep_stash),
      flag("auto-burn",
           "Burn at the end of the music. Else EOS ends staging only, and the action "
           "signal burn "
           "burns, as often as asked",
           &Settings::auto_burn),
      settle_time(
          "settle-time",
          "Nanoseconds between the end of the music and the burn, in which an error "
          "upstream or a state change still calls it off. -1: automatic, 0.25 s for an "
          "image"),
      flag("simulate", "Do everything but leave a disc: no image appears",
           &Settings::simulate),
      flag("checksums",
           "Compute the checksums of the tracks while they are staged: AccurateRip, "
           "CRC-32, peak, CTDB",
           &Settings::checksums),
      text("report-location",
           "Report of what was made, as NAME.json and NAME.txt: layout, checksums, "
           "identities, findings",
           &Settings::report_location),
      text("media-catalog-number",
           "Catalogue number of the disc (MCN, UPC/EAN), 12 or 13 digits; wins over tags",
           &Settings::media_catalog_number),
      text("disc-title", "Title of the disc; wins over tags", &Settings::disc_title),
      text("disc-artist", "Performer of the disc; wins over tags",
           &Settings::disc_artist),
      text("disc-songwriter", "Songwriter of the disc", &Settings::disc_songwriter),
      text("disc-composer", "Composer of the disc", &Settings::disc_composer),
      text("disc-arranger", "Arranger of the disc", &Settings::disc_arranger),
      text("disc-message", "Message of the disc to its listeners",
           &Settings::disc_message),
      text("disc-genre", "Genre of the disc; wins over tags", &Settings::disc_genre),
      flag("cd-text", "Give the disc CD-TEXT", &Settings::cd_text),
      text("cd-text-language",
           "Language of the texts, ISO 639 (de, eng); wins over tags. Else English",
           &Settings::cd_text_language),
      text("cd-text-languages",
           "Languages whose translations of the texts go onto the disc, in this order, "
           "after the texts themselves: ISO 639 with commas between (de,ja). Else all "
           "there are, eight at most",
           &Settings::cd_text_languages),
      choice("cd-text-overflow", "What happens to more text than the lead-in holds",
             GST_TYPE_REDBOOK_CD_TEXT_OVERFLOW, &Settings::cd_text_overflow),
      findings(),
      block_size(),
      counter("total-blocks", "Blocks that the disc holds, gaps included. 0 below PAUSED",
              [](const Counters &c) { return c.total.count(); }),
      counter("used-blocks", "Blocks staged so far, gaps included",
              [](const Counters &c) { return c.used.count(); }),
      counter(
          "available-blocks",
          "Blocks that the open track can still take, or that the next track could have",
          [](const Counters &c) { return c.available.count(); }),
      counter("total-tracks", "Tracks staged so far, the open one included",
              [](const Counters &c) { return c.tracks; }),
  };
}

const std::vector<Property> &properties() {
  static const auto all = make_properties();
  return all;
}

Sink &(*find_sink)(GObject *) = nullptr;

// GstStreamVolume's two come after our own.
enum class Volume : guint { volume = 1000, mute = 1001 };

void set_property(GObject *object, guint id, const GValue *value, GParamSpec *spec) {
  auto &sink = find_sink(object);
  if (id == static_cast<guint>(Volume::volume))
    return sink.set_volume(g_value_get_double(value));
  if (id == static_cast<guint>(Volume::mute))
    return sink.set_mute(g_value_get_boolean(value));
  if (id == 0 || id > properties().size() || !properties()[id - 1].set) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, spec);
    return;
  }
  properties()[id - 1].set(sink, value);
}

void get_property(GObject *object, guint id, GValue *value, GParamSpec *spec) {
  auto &sink = find_sink(object);
  if (id == static_cast<guint>(Volume::volume))
    return g_value_set_double(value, sink.volume());
  if (id == static_cast<guint>(Volume::mute))
    return g_value_set_boolean(value, sink.mute());
  if (id == 0 || id > properties().size()) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, spec);
    return;
  }
  properties()[id - 1].get(sink, value);
}

}  // namespace

void install_properties(GObjectClass *klass, Sink &(*sink_of)(GObject *)) {
  find_sink = sink_of;
  klass->set_property = set_property;
  klass->get_property = get_property;
  guint id = 1;
  for (const auto &property : properties())
    g_object_class_install_property(klass, id++, property.spec);
  g_object_class_override_property(klass, static_cast<guint>(Volume::volume), "volume");
  g_object_class_override_property(klass, static_cast<guint>(Volume::mute), "mute");
}

}  // namespace redbook
