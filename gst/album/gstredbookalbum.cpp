/**
 * SECTION:element-redbookalbum
 * @title: redbookalbum
 *
 * redbooksink with a pad for each track: the tracks are decoded at the same time, as many
 * as there are cores, and go onto the disc in the order of the pads' numbers. All
 * properties, action signals and messages are those of redbooksink; the pads' own say
 * what a track is called.
 *
 * ## Example launch line
 * |[
 * gst-launch-1.0 redbookalbum name=a location=album.cue track_1::title="First Song" \
 *   filesrc location=01.flac ! flacparse ! flacdec ! audioconvert ! audioresample ! a. \
 *   filesrc location=02.flac ! flacparse ! flacdec ! audioconvert ! audioresample ! a.
 * ]|
 * Two files become a BIN/CUE image with two tracks.
 */
#include "album/gstredbookalbum.hpp"

#include <gst/audio/streamvolume.h>

#include <atomic>
#include <cstdio>

#include "album/album.hpp"
#include "album/gstredbookalbumpad.hpp"
#include "sink/gstredbooksink.hpp"
#include "util/log.hpp"
#include "util/mirror.hpp"

struct _GstRedbookAlbum {
  GstBin parent;
  GstElement *sink;
  // Atomic, so that whoever finds the element sees all of it.
  std::atomic<redbook::Album *> album;
};

#define IMPLEMENT(type) G_IMPLEMENT_INTERFACE(type, nullptr)

static void gst_redbook_album_child_proxy_init(gpointer iface, gpointer);

G_DEFINE_TYPE_WITH_CODE(GstRedbookAlbum, gst_redbook_album, GST_TYPE_BIN,
                        IMPLEMENT(GST_TYPE_TAG_SETTER) IMPLEMENT(GST_TYPE_TOC_SETTER)
                            IMPLEMENT(GST_TYPE_STREAM_VOLUME)
                                G_IMPLEMENT_INTERFACE(GST_TYPE_CHILD_PROXY,
                                                      gst_redbook_album_child_proxy_init))
GST_ELEMENT_REGISTER_DEFINE(redbookalbum, "redbookalbum", GST_RANK_NONE,
                            GST_TYPE_REDBOOK_ALBUM)

static GstStaticPadTemplate track_template = GST_STATIC_PAD_TEMPLATE(
    "track_%u", GST_PAD_SINK, GST_PAD_REQUEST, GST_STATIC_CAPS(GST_REDBOOK_SINK_CAPS));

namespace {

enum Id : guint { parallel = 1, first_of_sink };

redbook::Album &album_of(gpointer object) { return *GST_REDBOOK_ALBUM(object)->album; }

GObject *sink_of(GObject *object) { return G_OBJECT(GST_REDBOOK_ALBUM(object)->sink); }

void set_property(GObject *object, guint id, const GValue *value, GParamSpec *spec) {
  if (id == parallel) return album_of(object).set_parallel(g_value_get_uint(value));
  redbook::set_mirrored(sink_of(object), value, spec);
}

void get_property(GObject *object, guint id, GValue *value, GParamSpec *spec) {
  if (id == parallel) return g_value_set_uint(value, album_of(object).parallel());
  redbook::get_mirrored(sink_of(object), value, spec);
}

void install_properties(GObjectClass *klass) {
  klass->set_property = set_property;
  klass->get_property = get_property;
  g_object_class_install_property(
      klass, parallel,
      g_param_spec_uint(
          "parallel", "parallel",
          "Tracks that are decoded at the same time, 0: as many as there are cores", 0,
          99, 0,
          GParamFlags(G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                      GST_PARAM_MUTABLE_READY)));
  redbook::install_mirror(klass, GST_TYPE_REDBOOK_SINK, first_of_sink, sink_of);
}

GstPad *request_new_pad(GstElement *element, GstPadTemplate *templ, const gchar *name,
                        const GstCaps *) {
  std::optional<redbook::Turns::Number> number;
  guint asked = 0;
  if (name && std::sscanf(name, "track_%u", &asked) == 1) number = asked;
  auto *pad = album_of(element).request_pad(templ, number);
  if (pad)
    gst_child_proxy_child_added(GST_CHILD_PROXY(element), G_OBJECT(pad),
                                GST_OBJECT_NAME(pad));
  else
    GST_WARNING_OBJECT(element, "there is no pad %s any more", name ? name : "");
  return pad;
}

void release_pad(GstElement *element, GstPad *pad) {
  const redbook::OwnedObject kept{GST_OBJECT(gst_object_ref(pad))};
  album_of(element).release_pad(pad);
  gst_child_proxy_child_removed(GST_CHILD_PROXY(element), G_OBJECT(pad),
                                GST_OBJECT_NAME(pad));
}

// The children whose properties can be set are the pads, not what is inside.

guint count_pads(GstChildProxy *proxy) { return GST_ELEMENT(proxy)->numsinkpads; }

GObject *pad_at(GstChildProxy *proxy, guint index) {
  GST_OBJECT_LOCK(proxy);
  auto *pad = g_list_nth_data(GST_ELEMENT(proxy)->sinkpads, index);
  if (pad) g_object_ref(pad);
  GST_OBJECT_UNLOCK(proxy);
  return static_cast<GObject *>(pad);
}

GObject *pad_called(GstChildProxy *proxy, const gchar *name) {
  return reinterpret_cast<GObject *>(
      gst_element_get_static_pad(GST_ELEMENT(proxy), name));
}

GstStateChangeReturn change_state(GstElement *element, GstStateChange transition) {
  auto &album = album_of(element);
  if (transition == GST_STATE_CHANGE_READY_TO_PAUSED) album.begin();
  if (transition == GST_STATE_CHANGE_PAUSED_TO_READY) album.stop();
  const auto result = GST_ELEMENT_CLASS(gst_redbook_album_parent_class)
                          ->change_state(element, transition);
  const bool failed = result == GST_STATE_CHANGE_FAILURE &&
                      transition == GST_STATE_CHANGE_READY_TO_PAUSED;
  if (failed || transition == GST_STATE_CHANGE_PAUSED_TO_READY) {
    album.end();
    gst_tag_setter_reset_tags(GST_TAG_SETTER(element));
    gst_toc_setter_reset(GST_TOC_SETTER(element));
  }
  return result;
}

void finalize(GObject *object) {
  auto *self = GST_REDBOOK_ALBUM(object);
  delete self->album.exchange(nullptr);
  gst_object_unref(self->sink);
  G_OBJECT_CLASS(gst_redbook_album_parent_class)->finalize(object);
}

void describe(GstElementClass *klass) {
  gst_element_class_add_static_pad_template_with_gtype(klass, &track_template,
                                                       GST_TYPE_REDBOOK_ALBUM_PAD);
  gst_type_mark_as_plugin_api(GST_TYPE_REDBOOK_ALBUM_PAD, GstPluginAPIFlags(0));
  gst_element_class_set_static_metadata(
      klass, "Audio CD recorder with a pad for each track", "Sink/File/Audio",
      "Makes an audio CD, as redbooksink does, of tracks that are decoded at the same "
      "time, each at a pad of its own",
      "The redbooksink authors");
}

}  // namespace

static void gst_redbook_album_child_proxy_init(gpointer iface, gpointer) {
  auto *proxy = static_cast<GstChildProxyInterface *>(iface);
  proxy->get_children_count = count_pads;
  proxy->get_child_by_index = pad_at;
  proxy->get_child_by_name = pad_called;
}

static void gst_redbook_album_class_init(GstRedbookAlbumClass *klass) {
  auto *object_class = G_OBJECT_CLASS(klass);
  auto *element_class = GST_ELEMENT_CLASS(klass);
  object_class->finalize = finalize;
  install_properties(object_class);
  describe(element_class);
  element_class->request_new_pad = request_new_pad;
  element_class->release_pad = release_pad;
  element_class->change_state = change_state;
}

static void gst_redbook_album_init(GstRedbookAlbum *self) {
  self->sink = GST_ELEMENT(
      g_object_ref_sink(g_object_new(GST_TYPE_REDBOOK_SINK, "name", "sink", nullptr)));
  gst_bin_add(GST_BIN(self), self->sink);
  self->album = new redbook::Album{GST_ELEMENT(self), self->sink};
  redbook::forward_notifications(G_OBJECT(self->sink), G_OBJECT(self));
}
