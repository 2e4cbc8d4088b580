#include "album/album.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "album/gstredbookalbumpad.hpp"
#include "bus/messages.hpp"
#include "stash/cache_folder.hpp"
#include "util/absolute_location.hpp"

namespace redbook {
namespace {

Album &album_of(gpointer data) { return *static_cast<Album *>(data); }

template <typename Visit>
void for_each_pad(GstElement *bin, Visit visit) {
  gst_element_foreach_sink_pad(
      bin,
      [](GstElement *, GstPad *pad, gpointer visit) -> gboolean {
        (*static_cast<Visit *>(visit))(pad);
        return TRUE;
      },
      &visit);
}

// A track can't be sought in while the next ones are on their way.
gboolean take_upstream_event(GstPad *pad, GstObject *, GstEvent *event) {
  const OwnedEvent owned{event};
  if (GST_EVENT_TYPE(event) == GST_EVENT_SEEK) return FALSE;
  if (GST_EVENT_TYPE(event) == GST_EVENT_QOS) return TRUE;
  for_each_pad(album_of(pad->eventdata).element(),
               [event](GstPad *each) { gst_pad_push_event(each, gst_event_ref(event)); });
  return TRUE;
}

std::string text_of(GstElement *element, const char *property) {
  gchar *text = nullptr;
  g_object_get(element, property, &text, nullptr);
  const OwnedText owned{text};
  return text ? text : "";
}

GstPadLinkReturn link(GstPad *pad, GstObject *, GstPad *) {
  auto &branch = branch_of(pad);
  return branch.turns().set_brought(branch.number(), true) ? GST_PAD_LINK_OK
                                                           : GST_PAD_LINK_REFUSED;
}

void finish_late(GstElement *, gpointer data) {
  album_of(data).finish(OwnedEvent{gst_event_new_eos()});
}

void unlink(GstPad *pad, GstObject *) {
  auto &branch = branch_of(pad);
  branch.turns().set_brought(branch.number(), false);
  album_of(pad->unlinkdata).look_whether_complete();
}

}  // namespace

Album::Album(GstElement *bin, GstElement *sink)
    : bin_{bin},
      sink_{sink},
      out_{GST_PAD(gst_object_ref_sink(gst_pad_new("out", GST_PAD_SRC)))} {
  gst_pad_set_event_function_full(out_, take_upstream_event, this, nullptr);
  const auto ask = [](GstPad *pad, GstObject *, GstQuery *query) -> gboolean {
    const auto current = album_of(pad->querydata).current_pad();
    return current && gst_pad_peer_query(GST_PAD(current.get()), query);
  };
  gst_pad_set_query_function_full(out_, ask, this, nullptr);
  const OwnedObject sink_pad{GST_OBJECT(gst_element_get_static_pad(sink, "sink"))};
  gst_pad_link(out_, GST_PAD(sink_pad.get()));
}

Album::~Album() {
  const OwnedObject sink_pad{GST_OBJECT(gst_pad_get_peer(out_))};
  if (sink_pad) gst_pad_unlink(out_, GST_PAD(sink_pad.get()));
  gst_object_unref(out_);
}

Turns::Number Album::next_number() const {
  Turns::Number highest = 0;
  for_each_pad(
      bin_, [&](GstPad *pad) { highest = std::max(highest, branch_of(pad).number()); });
  return highest + 1;
}

GstPad *Album::request_pad(GstPadTemplate *templ,
                           std::optional<Turns::Number> asked_number) {
  const auto number = asked_number.value_or(next_number());
  if (!turns_.add(number)) return nullptr;
  auto *pad = new_album_pad(*this, templ, number);
  gst_pad_set_link_function(pad, link);
  gst_pad_set_unlink_function_full(pad, unlink, this, nullptr);
  gst_element_add_pad(bin_, pad);
  return pad;
}

void Album::release_pad(GstPad *pad) {
  const auto number = branch_of(pad).number();
  turns_.interrupt(number);
  gst_pad_set_active(pad, FALSE);
  turns_.dismiss(number);
  gst_element_remove_pad(bin_, pad);
  look_whether_complete();
}

// To say so may take as long as the burn.
void Album::look_whether_complete() {
  if (turns_.completes()) gst_element_call_async(bin_, finish_late, this, nullptr);
}

void Album::begin() {
  const guint most = parallel_;
  turns_.begin(most > 0 ? most : g_get_num_processors());
  gst_pad_set_active(out_, TRUE);
}

void Album::end() {
  gst_pad_set_active(out_, FALSE);
  for_each_pad(bin_, [](GstPad *pad) { branch_of(pad).forget(); });
}

// Where the audio of the disc is to be, there is room for it.
std::filesystem::path Album::folder() {
  if (const auto stash = text_of(sink_, "stash-location"); !stash.empty()) return stash;
  const auto image = text_of(sink_, "location");
  return image.empty() ? cache_folder() : absolute_location(image).parent_path();
}

void Album::begins(GstPad *pad) { current_ = branch_of(pad).number(); }

OwnedObject Album::current_pad() const {
  const auto name = "track_" + std::to_string(current_);
  return OwnedObject{GST_OBJECT(gst_element_get_static_pad(bin_, name.c_str()))};
}

GstFlowReturn Album::push(OwnedBuffer buffer) {
  return gst_pad_push(out_, buffer.release());
}

// The sink has told why, where it is an error.
GstFlowReturn Album::push(OwnedEvent event) {
  return gst_pad_push_event(out_, event.release()) ? GST_FLOW_OK : GST_FLOW_FLUSHING;
}

void Album::tell_of_unlinked_pads() {
  Outbox outbox{bin_};
  for_each_pad(bin_, [&](GstPad *pad) {
    const OwnedText name{gst_pad_get_name(pad)};
    if (turns_.place(branch_of(pad).number()) != Turns::Place::detached)
      outbox.warn("Nothing is linked to the pad " + std::string{name.get()} +
                  ": the disc has no such track.");
  });
}

GstFlowReturn Album::finish(OwnedEvent end_of_music) {
  tell_of_unlinked_pads();
  return push(std::move(end_of_music));
}

}  // namespace redbook
