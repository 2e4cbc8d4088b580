/// GLib's and GStreamer's things, each with its owner.
#pragma once

#include <gst/gst.h>

#include <memory>
#include <string>

namespace burn_album {

template <auto release>
struct Release {
  template <typename Thing>
  void operator()(Thing *thing) const noexcept {
    release(thing);
  }
};

inline void release_toc(GstToc *toc) { gst_toc_unref(toc); }  // which is a macro

using OwnedCaps = std::unique_ptr<GstCaps, Release<gst_caps_unref>>;
using OwnedElement = std::unique_ptr<GstElement, Release<gst_object_unref>>;
using OwnedBus = std::unique_ptr<GstBus, Release<gst_object_unref>>;
using OwnedError = std::unique_ptr<GError, Release<g_error_free>>;
using OwnedLoop = std::unique_ptr<GMainLoop, Release<g_main_loop_unref>>;
using OwnedMessage = std::unique_ptr<GstMessage, Release<gst_message_unref>>;
using OwnedPad = std::unique_ptr<GstPad, Release<gst_object_unref>>;
using OwnedText = std::unique_ptr<gchar, Release<g_free>>;
using OwnedTexts = std::unique_ptr<gchar *, Release<g_strfreev>>;
using OwnedToc = std::unique_ptr<GstToc, Release<release_toc>>;

/// A text that GLib gives away; null is empty.
inline std::string taken(gchar *text) {
  const OwnedText owned{text};
  return text ? text : "";
}

}  // namespace burn_album
