/// A stream that waits for its turn.
#pragma once

#include <gst/gst.h>

#include <cstdint>
#include <deque>
#include <filesystem>
#include <utility>
#include <variant>

#include "stash/spool.hpp"
#include "util/owned.hpp"

namespace redbook {

/// Keeps the events and buffers of a stream as they come, the audio on the disk. They
/// come out in the same order. Not for two threads at once. Throws Error (stash).
class ParkedStream {
 public:
  using Item = std::variant<OwnedEvent, OwnedBuffer>;

  /// The audio goes into `folder`.
  explicit ParkedStream(const std::filesystem::path &folder) : audio_{folder} {}

  /// A table of contents that is the same again is left out: flacparse sends one with
  /// each frame.
  void add(OwnedEvent event);
  /// Of a buffer its time and its bytes are kept.
  void add(GstBuffer *buffer);

  bool empty() const { return events_.empty() && audio_.size() == 0; }
  /// The first one; there has to be one.
  Item take();

  void clear();

 private:
  /// An event, and what of the audio came before it.
  using Event = std::pair<std::int64_t, OwnedEvent>;

  bool repeats_toc(GstEvent *event);
  OwnedBuffer take_buffer();

  Spool audio_;
  std::int64_t added_ = 0;  // bytes of audio_, from its beginning
  std::deque<Event> events_;
  OwnedToc toc_;  // the last one
};

}  // namespace redbook
