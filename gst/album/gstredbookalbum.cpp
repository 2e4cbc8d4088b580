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
 *
 * Since: 0.1
 */
#include "album/gstredbookalbum.hpp"

#include <atomic>
#include <cstdio>

#include "album/album.hpp"
#include "album/gstredbookalbumpad.hpp"
#include "metadata/application.hpp"
#include "sink/gstredbooksink.hpp"
#include "util/log.hpp"
#include "util/mirror.hpp"

struct _GstRedbookAlbum {
  GstBin parent;
  GstElement *sink;
  // Atomic, so that whoever finds the element sees all of it.
  std::atomic<redbook::Album *> album;
};

static void gst_redbook_album_child_proxy_init(gpointer iface, gpointer);

G_DEFINE_TYPE_WITH_CODE(GstRedbookAlbum, gst_redbook_album, GST_TYPE_BIN,
                        GST_REDBOOK_SINK_INTERFACES G_IMPLEMENT_INTERFACE(
                            GST_TYPE_CHILD_PROXY, gst_redbook_album_child_proxy_init))
GST_ELEMENT_REGISTER_DEFINE(redbookalbum, "redbookalbum", GST_RANK_NONE,
                            GST_TYPE_REDBOOK_ALBUM)

static GstStaticPadTemplate track_template = GST_STATIC_PAD_TEMPLATE(
    "track_%u", GST_PAD_SINK, GST_PAD_REQUEST, GST_STATIC_CAPS(GST_REDBOOK_SINK_CAPS));

namespace {

enum AlbumProperty : guint { parallel = 1, album_mirror_first };

redbook::Album &album_of(gpointer object) { return *GST_REDBOOK_ALBUM(object)->album; }

GObject *gst_redbook_album_sink(GObject *object) {
  return G_OBJECT(GST_REDBOOK_ALBUM(object)->sink);
}

void gst_redbook_album_set_property(GObject *object, guint id, const GValue *value,
                                    GParamSpec *spec) {
  if (id == parallel) return album_of(object).set_parallel(g_value_get_uint(value));
  redbook::set_mirrored(gst_redbook_album_sink(object), value, spec);
}

void gst_redbook_album_get_property(GObject *object, guint id, GValue *value,
                                    GParamSpec *spec) {
  if (id == parallel) return g_value_set_uint(value, album_of(object).parallel());
  redbook::get_mirrored(gst_redbook_album_sink(object), value, spec);
}

void install_album_properties(GObjectClass *klass) {
  klass->set_property = gst_redbook_album_set_property;
  klass->get_property = gst_redbook_album_get_property;
  g_object_class_install_property(
      klass, parallel,
      g_param_spec_uint(
          "parallel", "parallel",
          "Tracks that are decoded at the same time, 0: as many as there are cores", 0,
          99, 0,
          GParamFlags(G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                      GST_PARAM_MUTABLE_READY)));
  redbook::install_mirror(klass, GST_TYPE_REDBOOK_SINK, album_mirror_first,
                          gst_redbook_album_sink);
}

GstPad *gst_redbook_album_request_new_pad(GstElement *element, GstPadTemplate *templ,
                                          const gchar *name, const GstCaps *) {
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

void gst_redbook_album_release_pad(GstElement *element, GstPad *pad) {
  const redbook::OwnedObject kept{GST_OBJECT(gst_object_ref(pad))};
  album_of(element).release_pad(pad);
  gst_child_proxy_child_removed(GST_CHILD_PROXY(element), G_OBJECT(pad),
                                GST_OBJECT_NAME(pad));
}

// The children whose properties can be set are the pads, not what is inside.

guint gst_redbook_album_get_children_count(GstChildProxy *proxy) {
  return GST_ELEMENT(proxy)->numsinkpads;
}

GObject *gst_redbook_album_get_child_by_index(GstChildProxy *proxy, guint index) {
  GST_OBJECT_LOCK(proxy);
  auto *pad = g_list_nth_data(GST_ELEMENT(proxy)->sinkpads, index);
  if (pad) g_object_ref(pad);
  GST_OBJECT_UNLOCK(proxy);
  return static_cast<GObject *>(pad);
}

GObject *gst_redbook_album_get_child_by_name(GstChildProxy *proxy, const gchar *name) {
  return reinterpret_cast<GObject *>(
      gst_element_get_static_pad(GST_ELEMENT(proxy), name));
}

GstStateChangeReturn gst_redbook_album_change_state(GstElement *element,
                                                    GstStateChange transition) {
  auto &album = album_of(element);
  if (transition == GST_STATE_CHANGE_READY_TO_PAUSED) album.begin();
  if (transition == GST_STATE_CHANGE_PAUSED_TO_READY) album.stop();
  const auto result = GST_ELEMENT_CLASS(gst_redbook_album_parent_class)
                          ->change_state(element, transition);
  const bool failed = result == GST_STATE_CHANGE_FAILURE &&
                      transition == GST_STATE_CHANGE_READY_TO_PAUSED;
  if (failed || transition == GST_STATE_CHANGE_PAUSED_TO_READY) {
    album.end();
    redbook::forget_application_metadata(element);
  }
  return result;
}

void gst_redbook_album_finalize(GObject *object) {
  auto *self = GST_REDBOOK_ALBUM(object);
  delete self->album.exchange(nullptr);
  gst_object_unref(self->sink);
  G_OBJECT_CLASS(gst_redbook_album_parent_class)->finalize(object);
}

void describe_album(GstElementClass *klass) {
  gst_element_class_add_static_pad_template_with_gtype(klass, &track_template,
                                                       GST_TYPE_REDBOOK_ALBUM_PAD);
  gst_type_mark_as_plugin_api(GST_TYPE_REDBOOK_ALBUM_PAD, GstPluginAPIFlags(0));
  gst_element_class_set_static_metadata(
      klass, "Audio CD recorder with a pad for each track", "Sink/File/Audio",
      "Makes an audio CD, as redbooksink does, of tracks that are decoded at the same time, each at a pad of its own",
      "The redbooksink authors");
}

}  // namespace

static void gst_redbook_album_child_proxy_init(gpointer iface, gpointer) {
  auto *proxy = static_cast<GstChildProxyInterface *>(iface);
  proxy->get_children_count = gst_redbook_album_get_children_count;
  proxy->get_child_by_index = gst_redbook_album_get_child_by_index;
  proxy->get_child_by_name = gst_redbook_album_get_child_by_name;
}

static void gst_redbook_album_class_init(GstRedbookAlbumClass *klass) {
  redbook::find_album = [](GstObject *bin) -> redbook::Album & { return album_of(bin); };
  auto *object_class = G_OBJECT_CLASS(klass);
  auto *element_class = GST_ELEMENT_CLASS(klass);
  object_class->finalize = gst_redbook_album_finalize;
  install_album_properties(object_class);
  describe_album(element_class);
  element_class->request_new_pad = gst_redbook_album_request_new_pad;
  element_class->release_pad = gst_redbook_album_release_pad;
  element_class->change_state = gst_redbook_album_change_state;
}

static void gst_redbook_album_init(GstRedbookAlbum *self) {
  self->sink = GST_ELEMENT(
      g_object_ref_sink(g_object_new(GST_TYPE_REDBOOK_SINK, "name", "sink", nullptr)));
  gst_bin_add(GST_BIN(self), self->sink);
  self->album = new redbook::Album{GST_ELEMENT(self), self->sink};
  redbook::forward_notifications(G_OBJECT(self->sink), G_OBJECT(self));
}
