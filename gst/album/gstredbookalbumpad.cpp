#include "album/gstredbookalbumpad.hpp"

#include <string>
#include <type_traits>

#include "bus/enums.hpp"

using redbook::Blocks;
using redbook::Branch;
using redbook::Copy;
using redbook::TrackSettings;

struct _GstRedbookAlbumPad {
  GstPad parent;
  Branch *branch;
};

G_DEFINE_TYPE(GstRedbookAlbumPad, gst_redbook_album_pad, GST_TYPE_PAD)

namespace {

enum Id : guint {
  title = 1,
  performer,
  composer,
  isrc,
  gapless,
  pre_emphasis,
  copy,
  pregap
};

std::string TrackSettings::*text_at(guint id) {
  switch (id) {
    case title: return &TrackSettings::title;
    case performer: return &TrackSettings::performer;
    case composer: return &TrackSettings::composer;
    case isrc: return &TrackSettings::isrc;
    default: return nullptr;
  }
}

std::optional<bool> TrackSettings::*flag_at(guint id) {
  switch (id) {
    case gapless: return &TrackSettings::gapless;
    case pre_emphasis: return &TrackSettings::pre_emphasis;
    default: return nullptr;
  }
}

std::string string_in(const GValue *value) {
  const auto *text = g_value_get_string(value);
  return text ? text : "";
}

void gst_redbook_album_pad_set_property(GObject *object, guint id, const GValue *value,
                                        GParamSpec *) {
  redbook::branch_of(GST_PAD(object)).change_settings([&](TrackSettings &settings) {
    if (const auto text = text_at(id))
      settings.*text = string_in(value);
    else if (const auto flag = flag_at(id))
      settings.*flag = g_value_get_boolean(value) != FALSE;
    else if (id == pregap)
      settings.pregap = Blocks{g_value_get_uint(value)};
    else
      settings.copy = static_cast<Copy>(g_value_get_enum(value));
  });
}

void gst_redbook_album_pad_get_property(GObject *object, guint id, GValue *value,
                                        GParamSpec *) {
  const auto settings = redbook::branch_of(GST_PAD(object)).settings();
  if (const auto text = text_at(id))
    g_value_set_string(value,
                       (settings.*text).empty() ? nullptr : (settings.*text).c_str());
  else if (const auto flag = flag_at(id))
    g_value_set_boolean(value, (settings.*flag).value_or(false));
  else if (id == pregap)
    g_value_set_uint(value,
                     static_cast<guint>(settings.pregap.value_or(Blocks{}).count()));
  else
    g_value_set_enum(value, static_cast<gint>(settings.copy.value_or(Copy::prohibited)));
}

constexpr auto any_time =
    GParamFlags(G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | GST_PARAM_MUTABLE_PLAYING);

GParamSpec *text(const char *name, const char *blurb) {
  return g_param_spec_string(name, name, blurb, nullptr, any_time);
}

GParamSpec *flag(const char *name, const char *blurb) {
  return g_param_spec_boolean(name, name, blurb, FALSE, any_time);
}

void install_pad_properties(GObjectClass *klass) {
  const auto add = [klass](guint id, GParamSpec *spec) {
    g_object_class_install_property(klass, id, spec);
  };
  add(title, text("title", "Title of the track; wins over its tag"));
  add(performer, text("performer", "Performer of the track; wins over its tag ARTIST"));
  add(composer, text("composer", "Composer of the track; wins over its tag"));
  add(isrc, text("isrc", "ISRC of the track; wins over its tag"));
  add(gapless, flag("gapless",
                    "Join the track to the next one without adding a sample; once it is "
                    "set it wins over the album's gapless"));
  add(pre_emphasis, flag("pre-emphasis", "The samples are pre-emphasised, 50/15 us"));
  add(copy, g_param_spec_enum("copy", "copy", "Whether the track may be copied",
                              GST_TYPE_REDBOOK_COPY, static_cast<gint>(Copy::prohibited),
                              any_time));
  add(pregap,
      g_param_spec_uint("pregap", "pregap",
                        "Blocks (1/75 s) of silence before the track, from its index 00 "
                        "to its index 01; once it is set it wins over the album's "
                        "track-gap. Until the track begins",
                        0, static_cast<guint>(redbook::max_program_length.count()), 0,
                        any_time));
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
  install_pad_properties(object_class);
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
