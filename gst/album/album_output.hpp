/// The way of an album's tracks onto the disc.
#pragma once

#include <gst/gst.h>

#include <atomic>
#include <filesystem>
#include <string>

#include "album/turns.hpp"
#include "util/owned.hpp"

namespace redbook {

/// Where the tracks meet: each pushes into the sink when it is its turn.
class AlbumOutput {
 public:
  /// Both must outlive it.
  AlbumOutput(GstElement *bin, GstElement *sink);
  ~AlbumOutput();
  AlbumOutput(const AlbumOutput &) = delete;
  AlbumOutput &operator=(const AlbumOutput &) = delete;

  /// Below PAUSED nothing flows.
  void set_active(bool active) { gst_pad_set_active(pad_, active); }

  Turns &turns() { return turns_; }
  GstElement *bin() const { return bin_; }
  /// Where audio can wait on the disk.
  std::filesystem::path folder() const;

  // For the track whose turn it is.

  void begins(Turns::Number number) { current_ = number; }
  GstFlowReturn push(OwnedBuffer buffer);
  GstFlowReturn push(OwnedEvent event);
  /// All tracks are on the disc.
  GstFlowReturn finish(OwnedEvent end_of_music);

 private:
  OwnedPad current_pad() const;

  GstElement *bin_;
  GstElement *sink_;
  GstPad *pad_;  // into the sink
  Turns turns_;
  std::atomic<Turns::Number> current_ = 0;  // the track that goes onto the disc
};

/// What the pad of a track is called.
std::string pad_name_of(Turns::Number number);

/// Calls `visit` with each sink pad of `bin`.
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

}  // namespace redbook
