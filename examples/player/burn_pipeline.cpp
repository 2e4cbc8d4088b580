#include "burn_pipeline.hpp"

#include <filesystem>
#include <stdexcept>

namespace player {
namespace {

// What is 44.1 kHz and 16 bits stays as it is; what is not goes by floating point, and is
// dithered once.
constexpr const char *conversion =
    "audioconvert ! audio/x-raw,format=S16LE,rate=44100;audio/x-raw,format=F32LE ! audioresample quality=10 ! audioconvert";

GstElement *made(const char *factory) {
  auto *element = gst_element_factory_make(factory, nullptr);
  if (!element)
    throw std::runtime_error{std::string{"GStreamer's element "} + factory +
                             " is not installed."};
  return element;
}

GstElement *made_conversion() {
  auto *bin = gst_parse_bin_from_description(conversion, TRUE, nullptr);
  if (!bin)
    throw std::runtime_error{
        "GStreamer's audioconvert and audioresample are not installed."};
  return bin;
}

GstElement *made_source(const std::string &uri) {
  auto *source = made("uridecodebin");
  g_object_set(source, "uri", uri.c_str(), "expose-all-streams", FALSE, nullptr);
  gst_util_set_object_arg(G_OBJECT(source), "caps", "audio/x-raw");
  return source;
}

// The first audio of a file is its track.
void link_audio(GstElement *, GstPad *pad, GstElement *conversion) {
  const Owned<GstPad> input{gst_element_get_static_pad(conversion, "sink")};
  if (!gst_pad_is_linked(input.get())) gst_pad_link(pad, input.get());
}

// What the list shows is what the disc says.
void describe(GstPad *track, const Song &song) {
  g_object_set(track, "title", song.title.c_str(), nullptr);
  if (!song.performer.empty())
    g_object_set(track, "performer", song.performer.c_str(), nullptr);
}

void add_branch(GstElement *pipeline, GstElement *album, const Song &song) {
  auto *source = made_source(song.uri);
  gst_bin_add(GST_BIN(pipeline), source);
  auto *conversion = made_conversion();
  gst_bin_add(GST_BIN(pipeline), conversion);
  const Owned<GstPad> track{gst_element_request_pad_simple(album, "track_%u")};
  const Owned<GstPad> output{gst_element_get_static_pad(conversion, "src")};
  describe(track.get(), song);
  gst_pad_link(output.get(), track.get());
  g_signal_connect(source, "pad-added", G_CALLBACK(link_audio), conversion);
}

/// The location that means this very file: a % in its name would begin a number.
std::string literal_location(const std::filesystem::path &file) {
  std::string name;
  for (const char c : file.filename().string()) name.append(c == '%' ? 2 : 1, c);
  return (file.parent_path() / name).string();
}

// The list is played without gaps, and so is the disc.
GstElement *made_album(const BurnOrder &order) {
  auto *album = made("redbookalbum");
  g_object_set(album, "gapless", TRUE, nullptr);
  if (order.device.empty())
    g_object_set(album, "location", literal_location(order.location).c_str(), "capacity",
                 order.capacity, nullptr);
  else
    g_object_set(album, "device", order.device.c_str(), "wait-for-medium", 600, nullptr);
  if (order.is_verified) gst_util_set_object_arg(G_OBJECT(album), "verify", "full");
  return album;
}

}  // namespace

Owned<GstElement> make_burn_pipeline(const BurnOrder &order) {
  Owned<GstElement> pipeline{GST_ELEMENT(g_object_ref_sink(gst_pipeline_new(nullptr)))};
  auto *album = made_album(order);
  gst_bin_add(GST_BIN(pipeline.get()), album);
  for (const auto &song : order.songs) add_branch(pipeline.get(), album, song);
  return pipeline;
}

std::string uri_read_by(GstObject *element) {
  for (auto *each = element; each; each = GST_OBJECT_PARENT(each)) {
    if (!g_object_class_find_property(G_OBJECT_GET_CLASS(each), "uri")) continue;
    gchar *uri = nullptr;
    g_object_get(each, "uri", &uri, nullptr);
    if (uri) return taken(uri);
  }
  return "";
}

}  // namespace player
