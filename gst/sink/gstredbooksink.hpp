/// The element redbooksink.
#pragma once

#include <gst/audio/streamvolume.h>
#include <gst/base/gstbasesink.h>
#include <gst/gst.h>

G_BEGIN_DECLS

#define GST_TYPE_REDBOOK_SINK (gst_redbook_sink_get_type())
G_DECLARE_FINAL_TYPE(GstRedbookSink, gst_redbook_sink, GST, REDBOOK_SINK, GstBaseSink)

/// What it takes: the audio of a CD.
#define GST_REDBOOK_SINK_CAPS \
  "audio/x-raw, format=S16LE, rate=44100, channels=2, layout=interleaved"

/// What it implements, as does each element that stands for it.
#define GST_REDBOOK_SINK_INTERFACES                   \
  G_IMPLEMENT_INTERFACE(GST_TYPE_TAG_SETTER, nullptr) \
  G_IMPLEMENT_INTERFACE(GST_TYPE_TOC_SETTER, nullptr) \
  G_IMPLEMENT_INTERFACE(GST_TYPE_STREAM_VOLUME, nullptr)

GST_ELEMENT_REGISTER_DECLARE(redbooksink)

G_END_DECLS
