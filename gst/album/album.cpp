#include "album/album.hpp"

#include <algorithm>

#include "album/gstredbookalbumpad.hpp"

namespace redbook {

GstPadLinkReturn Album::link(GstPad *pad, GstObject *bin, GstPad *) {
  return find_album(bin).output_.turns().set_brought(branch_of(pad).number(), true)
             ? GST_PAD_LINK_OK
             : GST_PAD_LINK_REFUSED;
}

void Album::unlink(GstPad *pad, GstObject *bin) {
  auto &album = find_album(bin);
  album.output_.turns().set_brought(branch_of(pad).number(), false);
  album.finish_if_complete();
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
  if (!output_.turns().add(number)) return nullptr;
  auto *pad = new_album_pad(output_, templ, number);
  gst_pad_set_link_function(pad, link);
  gst_pad_set_unlink_function(pad, unlink);
  gst_element_add_pad(bin_, pad);
  return pad;
}

void Album::release_pad(GstPad *pad) {
  const auto number = branch_of(pad).number();
  output_.turns().interrupt(number);
  gst_pad_set_active(pad, FALSE);
  output_.turns().dismiss(number);
  gst_element_remove_pad(bin_, pad);
  finish_if_complete();
}

// What is left when a track is taken away may be all of the disc. To say so may take as
// long as the burn.
void Album::finish_if_complete() {
  if (!output_.turns().completes()) return;
  const auto finish = [](GstElement *, gpointer output) {
    static_cast<AlbumOutput *>(output)->finish(OwnedEvent{gst_event_new_eos()});
  };
  gst_element_call_async(bin_, finish, &output_, nullptr);
}

void Album::begin() {
  const guint max = parallel_;
  output_.turns().begin(max > 0 ? max : g_get_num_processors());
  output_.set_active(true);
}

void Album::end() {
  output_.set_active(false);
  for_each_pad(bin_, [](GstPad *pad) { branch_of(pad).forget(); });
}

}  // namespace redbook
