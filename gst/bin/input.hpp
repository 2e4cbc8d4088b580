/// The pad of redbookbin.
#pragma once

#include <gst/gst.h>

#include "bin/conversion.hpp"
#include "bin/sample_aligner.hpp"

namespace redbook {

/// Takes any raw audio, at all times whatever came before, and hands it to the elements
/// of a Conversion.
class Input {
 public:
  /// Adds the pad to `bin`, and lets `sink`, behind the conversion, see nothing of what
  /// only passes between the two.
  Input(GstElement *bin, GstElement *sink, Conversion &conversion);

 private:
  static GstFlowReturn chain(GstPad *pad, GstObject *bin, GstBuffer *buffer);
  static GstFlowReturn chain_list(GstPad *pad, GstObject *bin, GstBufferList *list);
  static gboolean handle_event(GstPad *pad, GstObject *bin, GstEvent *event);

  GstFlowReturn take(OwnedBuffer buffer);
  void take_caps(GstEvent *event);
  void take_segment(GstEvent *event);
  void take_event(GstEvent *event);
  void end_run();
  void let_out();

  GstElement *bin_;
  Conversion &conversion_;
  GstPad *pad_;  ///< the bin's
  SampleAligner aligner_;
  bool converting_ = false;  ///< else the audio has the form of the disc already
};

/// How to find what comes at the pad of a bin. The class sets it before all else.
inline Input &(*find_input)(GstObject *bin) = nullptr;

}  // namespace redbook
