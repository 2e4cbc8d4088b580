#include "album/branch.hpp"

#include <cassert>
#include <string>
#include <utility>

#include "bus/boundary.hpp"
#include "error.hpp"

namespace redbook {
namespace {

using Place = Turns::Place;

// The address that the music comes from, if it is known.
std::string source_of(GstPad *pad) {
  auto *query = gst_query_new_uri();
  gchar *uri = nullptr;
  if (gst_pad_peer_query(pad, query)) gst_query_parse_uri(query, &uri);
  gst_query_unref(query);
  const OwnedText owned{uri};
  return uri ? uri : "";
}

Error without_audio(GstPad *pad, Turns::Number number) {
  const OwnedText name{gst_pad_get_name(pad)};
  return {Fault::layout, Result::invalid_argument,
          "Track " + std::to_string(number) + " brought no audio: nothing is burned.",
          std::string{name.get()} + " of " + source_of(pad)};
}

// What waits is one after the other, and is not taken apart again.
Error sought_behind(Turns::Number number) {
  return {Fault::layout, Result::invalid_argument,
          "The stream at track " + std::to_string(number) +
              " was sought in while another one before it was still waiting."};
}

bool is_audio(GstEvent *event) {
  if (GST_EVENT_TYPE(event) != GST_EVENT_GAP) return false;
  GstClockTime duration = GST_CLOCK_TIME_NONE;
  gst_event_parse_gap(event, nullptr, &duration);
  return duration != GST_CLOCK_TIME_NONE && duration > 0;
}

bool is_serialized(GstEvent *event) {
  return gst_event_type_get_flags(GST_EVENT_TYPE(event)) & GST_EVENT_TYPE_SERIALIZED;
}

/// Asserts that one thread at a time is in what belongs to the streaming thread.
/// GStreamer sees to that.
class SingleThreadCheck {
 public:
  explicit SingleThreadCheck(std::atomic<bool> &occupied) : occupied_{occupied} {
    [[maybe_unused]] const bool before = occupied_.exchange(true);
    assert(!before);
  }
  ~SingleThreadCheck() { occupied_ = false; }
  SingleThreadCheck(const SingleThreadCheck &) = delete;
  SingleThreadCheck &operator=(const SingleThreadCheck &) = delete;

 private:
  std::atomic<bool> &occupied_;
};

}  // namespace

// After a failure nothing can become of the disc: the others need not go on.
template <typename Work>
GstFlowReturn Branch::guarded_flow(Work &&work) noexcept {
  const SingleThreadCheck check{occupied_};
  GstFlowReturn flow = GST_FLOW_ERROR;
  guarded(output_.bin(), "staging", [&] { flow = work(); });
  if (flow < GST_FLOW_EOS) output_.turns().stop();
  return flow;
}

GstFlowReturn Branch::take(OwnedBuffer buffer) noexcept {
  return guarded_flow([&] { return take_audio(std::move(buffer)); });
}

GstFlowReturn Branch::take(OwnedEvent event) noexcept {
  if (!is_serialized(event.get())) return take_beside_the_stream(std::move(event));
  return guarded_flow([&] { return take_event(std::move(event)); });
}

GstFlowReturn Branch::take_audio(OwnedBuffer buffer) {
  const auto place = output_.turns().wait_to_bring(number_);
  if (place == Place::detached) return GST_FLOW_FLUSHING;
  if (gst_buffer_get_size(buffer.get()) == 0) return GST_FLOW_OK;
  if (!std::exchange(has_audio_, true)) tell_settings();
  if (place == Place::queued) {
    if (!parked_) parked_.emplace(output_.folder());
    parked_->add(buffer.get());
    return GST_FLOW_OK;
  }
  const auto flow = hand_on_parked();
  return flow == GST_FLOW_OK ? output_.push(std::move(buffer)) : flow;
}

GstFlowReturn Branch::hand_on_parked() {
  if (!goes_on_disc_.exchange(true)) output_.begins(number_);
  auto flow = GST_FLOW_OK;
  while (parked_ && !parked_->empty() && flow == GST_FLOW_OK) {
    auto item = parked_->take();
    if (auto *buffer = std::get_if<OwnedBuffer>(&item))
      flow = output_.push(std::move(*buffer));
    else
      output_.push(std::move(std::get<OwnedEvent>(item)));
  }
  return flow;
}

GstFlowReturn Branch::take_event(OwnedEvent event) {
  switch (GST_EVENT_TYPE(event.get())) {
    case GST_EVENT_FLUSH_STOP: flush_stop(std::move(event)); break;
    case GST_EVENT_STREAM_START: return hand_on(in_group_of_its_own(std::move(event)));
    case GST_EVENT_STREAM_GROUP_DONE: break;  // of a group that has another name here
    case GST_EVENT_EOS: return end(std::move(event));
    default: return hand_on(std::move(event));
  }
  return GST_FLOW_OK;
}

// Events don't wait for their turn: so a source that fails does so at once.
GstFlowReturn Branch::hand_on(OwnedEvent event) {
  has_audio_ = has_audio_ || is_audio(event.get());
  const auto place = output_.turns().place(number_);
  if (place == Place::detached) return GST_FLOW_FLUSHING;
  if (place == Place::queued) {
    if (!parked_) parked_.emplace(output_.folder());
    parked_->add(std::move(event));
    return GST_FLOW_OK;
  }
  const auto flow = hand_on_parked();
  return flow == GST_FLOW_OK ? output_.push(std::move(event)) : flow;
}

// A new group is a new track, even if one file brings the streams of several pads.
OwnedEvent Branch::in_group_of_its_own(OwnedEvent stream_start) {
  guint group = GST_GROUP_ID_INVALID;
  const bool known = gst_event_parse_group_id(stream_start.get(), &group);
  if (!known || group_ != group) {
    own_group_ = gst_util_group_id_next();
    has_earlier_stream_ = has_audio_;
  }
  group_ = known ? std::optional{group} : std::nullopt;
  OwnedEvent own{gst_event_make_writable(stream_start.release())};
  gst_event_set_group_id(own.get(), *own_group_);
  return own;
}

GstFlowReturn Branch::end(OwnedEvent end_of_music) {
  auto &turns = output_.turns();
  if (!has_audio_ && turns.place(number_) != Place::detached)
    throw without_audio(pad_, number_);
  if (turns.wait_for_turn(number_) != Place::on_the_disc) return GST_FLOW_FLUSHING;
  if (const auto flow = hand_on_parked(); flow != GST_FLOW_OK) return flow;
  tell_settings();
  goes_on_disc_ = false;
  turns.pass(number_);
  return turns.completes() ? output_.finish(std::move(end_of_music)) : GST_FLOW_OK;
}

// Before the audio, and at the end, when all tags of the stream have come.
void Branch::tell_settings() {
  if (auto tags = tags_of(settings()))
    hand_on(OwnedEvent{gst_event_new_tag(tags.release())});
}

// The streaming thread may be in the middle of something.
GstFlowReturn Branch::take_beside_the_stream(OwnedEvent event) {
  if (GST_EVENT_TYPE(event.get()) != GST_EVENT_FLUSH_START) return GST_FLOW_OK;
  output_.turns().interrupt(number_);
  if (goes_on_disc_) output_.push(std::move(event));
  return GST_FLOW_OK;
}

void Branch::flush_stop(OwnedEvent event) {
  if (parked_ && !parked_->empty() && has_earlier_stream_) throw sought_behind(number_);
  if (parked_) parked_->clear();
  has_audio_ = false;
  output_.turns().call_back(number_);
  if (goes_on_disc_)
    output_.push(std::move(event));
  else
    park_what_the_pad_knows();
}

// What told of the stream is not told again.
void Branch::park_what_the_pad_knows() {
  const auto park = [](GstPad *, GstEvent **event, gpointer self) -> gboolean {
    const auto type = GST_EVENT_TYPE(*event);
    if (type != GST_EVENT_SEGMENT && type != GST_EVENT_EOS)
      static_cast<Branch *>(self)->take_event(OwnedEvent{gst_event_ref(*event)});
    return TRUE;
  };
  gst_pad_sticky_events_foreach(pad_, park, this);
}

TrackSettings Branch::settings() const {
  const std::lock_guard lock{mutex_};
  return settings_;
}

void Branch::forget() {
  const SingleThreadCheck check{occupied_};
  parked_.reset();
  has_audio_ = has_earlier_stream_ = false;
  group_ = own_group_ = std::nullopt;
  goes_on_disc_ = false;
}

}  // namespace redbook
