#include "album/gstredbookalbumpad.hpp"

#include <functional>
#include <string>
#include <vector>

#include "bus/enums.hpp"

using redbook::Blocks;
using redbook::Branch;
using redbook::Copy;
using redbook::TrackSettings;

/**
 * GstRedbookAlbumPad:
 *
 * Takes one track of the disc; its properties are what is asked of it.
 *
 * Since: 0.1
 */
struct _GstRedbookAlbumPad {
  GstPad parent;
  Branch *branch;
};

G_DEFINE_TYPE(GstRedbookAlbumPad, gst_redbook_album_pad, GST_TYPE_PAD)

namespace {

/// A row of the table: what gst-inspect prints, and where the value is.
struct PadProperty {
  GParamSpec *spec;
  std::function<void(TrackSettings &, const GValue *)> set;
  std::function<void(const TrackSettings &, GValue *)> get;
};

constexpr auto at_any_time =
    GParamFlags(G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | GST_PARAM_MUTABLE_PLAYING);

PadProperty text(const char *name, const char *blurb, std::string TrackSettings::*at) {
  return {g_param_spec_string(name, name, blurb, nullptr, at_any_time),
          [at](TrackSettings &settings, const GValue *value) {
            const auto *text = g_value_get_string(value);
            settings.*at = text ? text : "";
          },
          [at](const TrackSettings &settings, GValue *value) {
            const auto &text = settings.*at;
            g_value_set_string(value, text.empty() ? nullptr : text.c_str());
          }};
}

PadProperty flag(const char *name, const char *blurb,
                 std::optional<bool> TrackSettings::*at) {
  return {g_param_spec_boolean(name, name, blurb, FALSE, at_any_time),
          [at](TrackSettings &settings, const GValue *value) {
            settings.*at = g_value_get_boolean(value) != FALSE;
          },
          [at](const TrackSettings &settings, GValue *value) {
            g_value_set_boolean(value, (settings.*at).value_or(false));
          }};
}

PadProperty copy() {
  return {g_param_spec_enum("copy", "copy", "Whether the track may be copied",
                            GST_TYPE_REDBOOK_COPY, static_cast<gint>(Copy::prohibited),
                            at_any_time),
          [](TrackSettings &settings, const GValue *value) {
            settings.copy = static_cast<Copy>(g_value_get_enum(value));
          },
          [](const TrackSettings &settings, GValue *value) {
            const auto copy = settings.copy.value_or(Copy::prohibited);
            g_value_set_enum(value, static_cast<gint>(copy));
          }};
}

PadProperty pregap() {
  constexpr auto max = static_cast<guint>(redbook::max_program_length.count());
  return {
      g_param_spec_uint(
          "pregap", "pregap",
          "Blocks (1/75 s) of silence before the track, from its index 00 to its index 01; once it is set it wins over the album's track-gap. Until the track begins",
          0, max, 0, at_any_time),
      [](TrackSettings &settings, const GValue *value) {
        settings.pregap = Blocks{g_value_get_uint(value)};
      },
      [](const TrackSettings &settings, GValue *value) {
        const auto pregap = settings.pregap.value_or(Blocks{});
        g_value_set_uint(value, static_cast<guint>(pregap.count()));
      }};
}

const std::vector<PadProperty> &pad_properties() {
  static const std::vector<PadProperty> all{
      text("title", "Title of the track; wins over its tag", &TrackSettings::title),
      text("performer", "Performer of the track; wins over its tag ARTIST",
           &TrackSettings::performer),
      text("composer", "Composer of the track; wins over its tag",
           &TrackSettings::composer),
      text("isrc", "ISRC of the track; wins over its tag", &TrackSettings::isrc),
      flag(
          "gapless",
          "Join the track to the next one without adding a sample; once it is set it wins over the album's gapless",
          &TrackSettings::gapless),
      flag("pre-emphasis", "The samples are pre-emphasised, 50/15 us",
           &TrackSettings::pre_emphasis),
      copy(),
      pregap(),
  };
  return all;
}

void gst_redbook_album_pad_set_property(GObject *object, guint id, const GValue *value,
                                        GParamSpec *) {
  redbook::branch_of(GST_PAD(object)).change_settings([&](TrackSettings &settings) {
    pad_properties()[id - 1].set(settings, value);
  });
}

void gst_redbook_album_pad_get_property(GObject *object, guint id, GValue *value,
                                        GParamSpec *) {
  pad_properties()[id - 1].get(redbook::branch_of(GST_PAD(object)).settings(), value);
}

void gst_redbook_album_pad_finalize(GObject *object) {
  delete GST_REDBOOK_ALBUM_PAD(object)->branch;
  G_OBJECT_CLASS(gst_redbook_album_pad_parent_class)->finalize(object);
}

GstFlowReturn gst_redbook_album_pad_chain(GstPad *pad, GstObject *, GstBuffer *buffer) {
  return redbook::branch_of(pad).take(redbook::OwnedBuffer{buffer});
}

GstFlowReturn gst_redbook_album_pad_event(GstPad *pad, GstObject *, GstEvent *event) {
  return redbook::branch_of(pad).take(redbook::OwnedEvent{event});
}

// An allocation would be asked of whose turn it is, and have to wait for it.
gboolean gst_redbook_album_pad_query(GstPad *pad, GstObject *parent, GstQuery *query) {
  return GST_QUERY_TYPE(query) != GST_QUERY_ALLOCATION &&
         gst_pad_query_default(pad, parent, query);
}

}  // namespace

static void gst_redbook_album_pad_class_init(GstRedbookAlbumPadClass *klass) {
  auto *object_class = G_OBJECT_CLASS(klass);
  object_class->set_property = gst_redbook_album_pad_set_property;
  object_class->get_property = gst_redbook_album_pad_get_property;
  object_class->finalize = gst_redbook_album_pad_finalize;
  guint id = 1;
  for (const auto &property : pad_properties())
    g_object_class_install_property(object_class, id++, property.spec);
}

static void gst_redbook_album_pad_init(GstRedbookAlbumPad *) {}

namespace redbook {

GstPad *new_album_pad(AlbumOutput &output, GstPadTemplate *templ, Turns::Number number) {
  const auto name = redbook::pad_name_of(number);
  auto *pad =
      GST_PAD(g_object_new(GST_TYPE_REDBOOK_ALBUM_PAD, "name", name.c_str(), "direction",
                           GST_PAD_SINK, "template", templ, nullptr));
  GST_REDBOOK_ALBUM_PAD(pad)->branch = new Branch{output, pad, number};
  gst_pad_set_chain_function(pad, gst_redbook_album_pad_chain);
  gst_pad_set_event_full_function(pad, gst_redbook_album_pad_event);
  gst_pad_set_query_function(pad, gst_redbook_album_pad_query);
  return pad;
}

Branch &branch_of(GstPad *pad) { return *GST_REDBOOK_ALBUM_PAD(pad)->branch; }

}  // namespace redbook
