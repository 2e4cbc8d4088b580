#include "album/album_output.hpp"

#include "bus/messages.hpp"
#include "stash/cache_folder.hpp"
#include "util/absolute_location.hpp"

namespace redbook {
namespace {

// As data of the object: who replaces the pad's functions takes the data of those.
constexpr const char *output_of_pad = "redbook-album-output";

AlbumOutput &output_of(GstPad *pad) {
  return *static_cast<AlbumOutput *>(g_object_get_data(G_OBJECT(pad), output_of_pad));
}

// A track can't be sought in while the next ones are on their way.
gboolean take_upstream_event(GstPad *pad, GstObject *, GstEvent *event) {
  const OwnedEvent owned{event};
  if (GST_EVENT_TYPE(event) == GST_EVENT_SEEK) return FALSE;
  if (GST_EVENT_TYPE(event) == GST_EVENT_QOS) return TRUE;
  for_each_pad(output_of(pad).bin(),
               [event](GstPad *each) { gst_pad_push_event(each, gst_event_ref(event)); });
  return TRUE;
}

std::string text_of(GstElement *element, const char *property) {
  gchar *text = nullptr;
  g_object_get(element, property, &text, nullptr);
  const OwnedText owned{text};
  return text ? text : "";
}

}  // namespace

std::string pad_name_of(Turns::Number number) {
  return "track_" + std::to_string(number);
}

AlbumOutput::AlbumOutput(GstElement *bin, GstElement *sink)
    : bin_{bin},
      sink_{sink},
      pad_{GST_PAD(gst_object_ref_sink(gst_pad_new("out", GST_PAD_SRC)))} {
  g_object_set_data(G_OBJECT(pad_), output_of_pad, this);
  gst_pad_set_event_function(pad_, take_upstream_event);
  const auto ask = [](GstPad *pad, GstObject *, GstQuery *query) -> gboolean {
    const auto current = output_of(pad).current_pad();
    return current && gst_pad_peer_query(current.get(), query);
  };
  gst_pad_set_query_function(pad_, ask);
  const OwnedPad sink_pad{gst_element_get_static_pad(sink, "sink")};
  gst_pad_link(pad_, sink_pad.get());
}

AlbumOutput::~AlbumOutput() {
  const OwnedPad sink_pad{gst_pad_get_peer(pad_)};
  if (sink_pad) gst_pad_unlink(pad_, sink_pad.get());
  gst_object_unref(pad_);
}

// There is room in the folder where the audio of the disc is to be.
std::filesystem::path AlbumOutput::folder() const {
  if (const auto stash = text_of(sink_, "stash-location"); !stash.empty()) return stash;
  const auto image = text_of(sink_, "location");
  return image.empty() ? cache_folder() : absolute_location(image).parent_path();
}

OwnedPad AlbumOutput::current_pad() const {
  return OwnedPad{gst_element_get_static_pad(bin_, pad_name_of(current_).c_str())};
}

GstFlowReturn AlbumOutput::push(OwnedBuffer buffer) {
  return gst_pad_push(pad_, buffer.release());
}

// If this is an error, the sink has told why.
GstFlowReturn AlbumOutput::push(OwnedEvent event) {
  return gst_pad_push_event(pad_, event.release()) ? GST_FLOW_OK : GST_FLOW_FLUSHING;
}

GstFlowReturn AlbumOutput::finish(OwnedEvent end_of_music) {
  {
    Outbox outbox{bin_};
    for (const auto number : turns_.waiting())
      outbox.warn("Nothing is linked to the pad " + pad_name_of(number) +
                  ": the disc has no such track.");
  }
  return push(std::move(end_of_music));
}

}  // namespace redbook
