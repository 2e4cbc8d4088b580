#include "album/parked_stream.hpp"

#include <new>

#include "error.hpp"
#include "metadata/toc.hpp"

namespace redbook {
namespace {

/// What goes before the bytes of a buffer.
struct Heading {
  GstClockTime time = GST_CLOCK_TIME_NONE;
  GstClockTime duration = GST_CLOCK_TIME_NONE;
  std::uint64_t size = 0;
};

OwnedBuffer new_buffer(const Heading &heading) {
  OwnedBuffer buffer{gst_buffer_new_allocate(nullptr, heading.size, nullptr)};
  if (!buffer) throw std::bad_alloc{};
  GST_BUFFER_PTS(buffer.get()) = heading.time;
  GST_BUFFER_DURATION(buffer.get()) = heading.duration;
  return buffer;
}

}  // namespace

void ParkedStream::add(OwnedEvent event) {
  if (repeats_toc(event.get())) return;
  events_.emplace_back(added_, std::move(event));
}

bool ParkedStream::repeats_toc(GstEvent *event) {
  if (GST_EVENT_TYPE(event) == GST_EVENT_STREAM_START) toc_.reset();
  if (GST_EVENT_TYPE(event) != GST_EVENT_TOC) return false;
  GstToc *toc = nullptr;
  gst_event_parse_toc(event, &toc, nullptr);
  OwnedToc owned{toc};
  if (equal(toc_.get(), toc)) return true;
  toc_ = std::move(owned);
  return false;
}

void ParkedStream::add(GstBuffer *buffer) {
  const ReadMap map{buffer};
  if (!map)
    throw Error{Fault::stash, Result::generic, "A buffer of audio cannot be read."};
  const Heading heading{GST_BUFFER_PTS(buffer), GST_BUFFER_DURATION(buffer),
                        map.bytes().size()};
  audio_.append(std::as_bytes(std::span{&heading, 1}));
  audio_.append(map.bytes());
  added_ += static_cast<std::int64_t>(sizeof heading + heading.size);
}

ParkedStream::Item ParkedStream::take() {
  if (events_.empty() || events_.front().first > added_ - audio_.size())
    return take_buffer();
  auto event = std::move(events_.front().second);
  events_.pop_front();
  return event;
}

OwnedBuffer ParkedStream::take_buffer() {
  Heading heading;
  audio_.read(std::as_writable_bytes(std::span{&heading, 1}));
  auto buffer = new_buffer(heading);
  GstMapInfo info;
  if (!gst_buffer_map(buffer.get(), &info, GST_MAP_WRITE)) throw std::bad_alloc{};
  const struct Unmap {
    GstBuffer *buffer;
    GstMapInfo *info;
    ~Unmap() { gst_buffer_unmap(buffer, info); }
  } unmap{buffer.get(), &info};
  audio_.read(std::as_writable_bytes(std::span{info.data, info.size}));
  return buffer;
}

void ParkedStream::clear() {
  audio_.clear();
  events_.clear();
  added_ = 0;
  toc_.reset();
}

}  // namespace redbook
