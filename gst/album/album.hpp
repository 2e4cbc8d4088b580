/// The C++ side of redbookalbum.
#pragma once

#include <gst/gst.h>

#include <atomic>
#include <optional>

#include "album/branch.hpp"

namespace redbook {

/// Lets the tracks that come at the pads of a bin into the sink in it, one after another.
class Album : public Junction {
 public:
  /// Both must outlive it.
  Album(GstElement *bin, GstElement *sink);
  ~Album() override;

  // Application.

  void set_parallel(guint most) { parallel_ = most; }
  /// 0: as many as there are cores.
  guint parallel() const { return parallel_; }

  /// Null where there is such a pad, or it comes too late. No number: the next one.
  GstPad *request_pad(GstPadTemplate *templ, std::optional<Turns::Number> number);
  void release_pad(GstPad *pad);
  /// What is left when a track is taken away may be all of the disc.
  void look_whether_complete();

  // State changes: below PAUSED nothing flows.

  /// READY to PAUSED, before the sink.
  void begin();
  /// PAUSED to READY, before the sink: nobody waits any more.
  void stop() { turns_.stop(); }
  /// The same, after the sink.
  void end();

  // Junction.

  Turns &turns() override { return turns_; }
  GstElement *element() override { return bin_; }
  std::filesystem::path folder() override;
  void begins(GstPad *pad) override;
  GstFlowReturn push(OwnedBuffer buffer) override;
  GstFlowReturn push(OwnedEvent event) override;
  GstFlowReturn finish(OwnedEvent end_of_music) override;

 private:
  Turns::Number next_number() const;
  OwnedObject current_pad() const;
  void tell_of_unlinked_pads();

  GstElement *bin_;
  GstElement *sink_;
  GstPad *out_;  // into the sink
  Turns turns_;
  std::atomic<guint> parallel_ = 0;
  std::atomic<Turns::Number> current_ = 0;  // of the track that goes onto the disc
};

}  // namespace redbook
