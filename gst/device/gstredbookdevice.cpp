#include "device/gstredbookdevice.hpp"

#include <algorithm>

#include "device/drive_structure.hpp"
#include "sink/gstredbooksink.hpp"
#include "util/owned.hpp"

// All there is to know is in the properties of the base class.
struct _GstRedbookDevice {
  GstDevice parent;
};

G_DEFINE_TYPE(GstRedbookDevice, gst_redbook_device, GST_TYPE_DEVICE)

namespace {

void set_path(GstDevice *device, GstElement *element) {
  const redbook::OwnedStructure properties{gst_device_get_properties(device)};
  g_object_set(element, "device",
               gst_structure_get_string(properties.get(), "device.path"), nullptr);
}

GstElement *gst_redbook_device_create_element(GstDevice *device, const gchar *name) {
  auto *const element = gst_element_factory_make("redbooksink", name);
  if (element) set_path(device, element);
  return element;
}

// The element reads its settings on the way to PAUSED, where it waits for audio.
bool has_read_settings(GstElement *element) {
  return std::max(GST_STATE(element), GST_STATE_TARGET(element)) > GST_STATE_READY;
}

gboolean gst_redbook_device_reconfigure_element(GstDevice *device, GstElement *element) {
  if (!GST_IS_REDBOOK_SINK(element) || has_read_settings(element)) return FALSE;
  set_path(device, element);
  return TRUE;
}

}  // namespace

static void gst_redbook_device_class_init(GstRedbookDeviceClass *klass) {
  auto *device_class = GST_DEVICE_CLASS(klass);
  device_class->create_element = gst_redbook_device_create_element;
  device_class->reconfigure_element = gst_redbook_device_reconfigure_element;
}

static void gst_redbook_device_init(GstRedbookDevice *) {}

// No "Audio" in the class: players would take the recorder for a loudspeaker.
GstDevice *gst_redbook_device_new(const redbook::KnownDrive &drive) {
  const auto name = redbook::display_name_of(drive);
  const auto properties = redbook::structure_of(drive);
  const redbook::OwnedCaps caps{gst_caps_from_string(GST_REDBOOK_SINK_CAPS)};
  return GST_DEVICE(g_object_new(GST_TYPE_REDBOOK_DEVICE, "display-name", name.c_str(),
                                 "device-class", "Sink/Disc", "caps", caps.get(),
                                 "properties", properties.get(), nullptr));
}
