/// The C++ side of redbookalbum.
#pragma once

#include <gst/gst.h>

#include <atomic>
#include <optional>

#include "album/album_output.hpp"

namespace redbook {

/// Lets the tracks that come at the pads of a bin into the sink in it, one after another.
class Album {
 public:
  /// Both must outlive it.
  Album(GstElement *bin, GstElement *sink) : bin_{bin}, output_{bin, sink} {}

  // Application.

  void set_parallel(guint max) { parallel_ = max; }
  /// 0: as many as there are cores.
  guint parallel() const { return parallel_; }

  /// Null if there is such a pad, or it comes too late. No number: the next one.
  GstPad *request_pad(GstPadTemplate *templ, std::optional<Turns::Number> number);
  void release_pad(GstPad *pad);

  // State changes.

  /// READY to PAUSED, before the sink.
  void begin();
  /// PAUSED to READY, before the sink: nobody waits any more.
  void stop() { output_.turns().stop(); }
  /// The same, after the sink.
  void end();

 private:
  static GstPadLinkReturn link(GstPad *pad, GstObject *, GstPad *);
  static void unlink(GstPad *pad, GstObject *);
  Turns::Number next_number() const;
  void finish_if_complete();

  GstElement *bin_;
  AlbumOutput output_;
  std::atomic<guint> parallel_ = 0;
};

/// How to find the C++ side of a bin. The class sets it before all else.
inline Album &(*find_album)(GstObject *bin) = nullptr;

}  // namespace redbook
