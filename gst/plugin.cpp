#include <gst/gst.h>

#ifdef HAVE_GUDEV
#include "device/gstredbookdeviceprovider.hpp"
#endif
#include "album/gstredbookalbum.hpp"
#include "bin/gstredbookbin.hpp"
#include "metadata/tags.hpp"
#include "sink/gstredbooksink.hpp"

static gboolean plugin_init(GstPlugin *plugin) {
  redbook::register_tags();
#ifdef HAVE_GUDEV
  if (!GST_DEVICE_PROVIDER_REGISTER(redbookdeviceprovider, plugin)) return FALSE;
#endif
  return GST_ELEMENT_REGISTER(redbooksink, plugin) &&
         GST_ELEMENT_REGISTER(redbookbin, plugin) &&
         GST_ELEMENT_REGISTER(redbookalbum, plugin);
}

#define PACKAGE "redbooksink"
GST_PLUGIN_DEFINE(GST_VERSION_MAJOR, GST_VERSION_MINOR, redbook, "Audio CD recording",
                  plugin_init, PACKAGE_VERSION, "LGPL", "redbooksink", "redbooksink")
