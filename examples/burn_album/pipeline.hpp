/// The pipeline that makes the disc.
#pragma once

#include <optional>

#include "album.hpp"
#include "arguments.hpp"
#include "owned.hpp"
#include "stall.hpp"

namespace burn_album {

/// A source for each file, and redbookalbum, or redbooksink where a cue sheet divides
/// what comes. Stopped when it goes.
class Pipeline {
 public:
  /// Throws Failure where GStreamer lacks an element.
  Pipeline(const Album &album, const Arguments &arguments);
  ~Pipeline();
  Pipeline(const Pipeline &) = delete;
  Pipeline &operator=(const Pipeline &) = delete;

  /// redbookalbum or redbooksink: they have the same properties, action signals and
  /// messages.
  GstElement *sink() const { return sink_; }
  OwnedBus bus() const;

  /// The drive, or the folder of the image, is looked at. False: a message says why not.
  bool pause();
  void play();
  void stop();

  /// Of the disc, once paused.
  std::int64_t capacity_blocks() const;
  /// Ends a burn. False where none goes on.
  bool cancel();
  /// Of the sources, for the main thread.
  StallWatch &stall_watch() { return stall_watch_; }
  /// Which of the album's sources an object belongs to.
  std::optional<std::size_t> source_of(GstObject *object) const;

 private:
  GstElement *add_branch(const Source &source, std::size_t number);
  void add_files(const Album &album);
  void add_sheet(const Album &album);

  StallWatch stall_watch_{};  // outlives the threads of the pipeline
  OwnedElement pipeline_;
  GstElement *sink_ = nullptr;  // the pipeline's
};

}  // namespace burn_album
