// A drive as a device: what it is taken for, and the element it makes.
#include "machine.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// The device of a drive.
struct Device {
  Machine machine{{described_drive("/dev/sr0")}};
  GList *devices = gst_device_provider_get_devices(machine.provider());
  GstDevice *device = GST_DEVICE(devices->data);
  ~Device() { g_list_free_full(devices, gst_object_unref); }
};

std::string device_of(GstElement *element) {
  gchar *path = nullptr;
  g_object_get(element, "device", &path, nullptr);
  const OwnedText owned{path};
  return path ? path : "";
}

}  // namespace

REDBOOK_TEST(test_recorder_is_never_a_loudspeaker) {
  Device device;
  auto *const factory = gst_device_provider_factory_find("redbookdeviceprovider");

  fail_if(gst_device_has_classes(device.device, "Audio/Sink"));
  fail_if(gst_device_has_classes(device.device, "Audio"));
  fail_unless(gst_device_has_classes(device.device, "Sink/Disc"));
  fail_if(gst_device_provider_factory_has_classes(factory, "Audio"));
  fail_unless(gst_device_provider_factory_has_classes(factory, "Sink/Disc"));
  gst_object_unref(factory);
}

REDBOOK_TEST(test_device_takes_what_the_element_takes) {
  Device device;
  auto *const caps = gst_device_get_caps(device.device);
  auto *const element = gst_device_create_element(device.device, nullptr);
  auto *const pad = gst_element_get_static_pad(element, "sink");
  auto *const templ = gst_pad_get_pad_template_caps(pad);

  fail_unless(gst_caps_is_equal(caps, templ));

  gst_caps_unref(templ);
  gst_caps_unref(caps);
  gst_object_unref(pad);
  gst_object_unref(element);
}

REDBOOK_TEST(test_element_burns_on_the_drive_it_is_made_of) {
  Device device;

  auto *const element = gst_device_create_element(device.device, "recorder");

  fail_unless(GST_IS_REDBOOK_SINK(element));
  assert_text(GST_OBJECT_NAME(element), "recorder");
  assert_text(device_of(element), "/dev/sr0");
  gst_object_unref(element);
}

REDBOOK_TEST(test_element_can_be_set_to_another_drive_below_paused) {
  Device device;
  const TempDir folder;
  auto *const element = gst_element_factory_make("redbooksink", nullptr);

  fail_unless(gst_device_reconfigure_element(device.device, element));

  assert_text(device_of(element), "/dev/sr0");
  g_object_set(element, "device", nullptr, "location", (folder / "a.cue").c_str(),
               nullptr);
  gst_element_set_state(element, GST_STATE_PAUSED);
  fail_if(gst_device_reconfigure_element(device.device, element));
  assert_text(device_of(element), "");
  gst_element_set_state(element, GST_STATE_NULL);
  gst_object_unref(element);
}

REDBOOK_TEST(test_other_elements_are_not_reconfigured) {
  Device device;
  auto *const other = gst_pipeline_new(nullptr);

  fail_if(gst_device_reconfigure_element(device.device, other));

  gst_object_unref(other);
}
