#include <gst/gst.h>

#include "gstredbooksink.hpp"
#include "tags.hpp"

static gboolean plugin_init(GstPlugin *plugin) {
  redbook::register_tags();
  return GST_ELEMENT_REGISTER(redbooksink, plugin);
}

#define PACKAGE "redbooksink"
GST_PLUGIN_DEFINE(GST_VERSION_MAJOR, GST_VERSION_MINOR, redbook, "Audio CD recording",
                  plugin_init, PACKAGE_VERSION, "LGPL", "redbooksink", "redbooksink")
