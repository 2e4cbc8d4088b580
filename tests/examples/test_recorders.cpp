// The list of drives follows those that a device provider tells of.
#include <memory>

#include "recorders.hpp"
#include "suite.hpp"

using namespace player;

namespace {

struct TestDrive {
  GstDevice parent;
};
struct TestDriveClass {
  GstDeviceClass parent;
};
struct TestDrives {
  GstDeviceProvider parent;
};
struct TestDrivesClass {
  GstDeviceProviderClass parent;
};

G_DEFINE_TYPE(TestDrive, test_drive, GST_TYPE_DEVICE)
G_DEFINE_TYPE(TestDrives, test_drives, GST_TYPE_DEVICE_PROVIDER)

void test_drive_class_init(TestDriveClass *) {}
void test_drive_init(TestDrive *) {}
void test_drives_init(TestDrives *) {}
void test_drives_class_init(TestDrivesClass *klass) {
  auto *provider = GST_DEVICE_PROVIDER_CLASS(klass);
  provider->start = [](GstDeviceProvider *) -> gboolean { return TRUE; };
  provider->stop = [](GstDeviceProvider *) {};
  gst_device_provider_class_set_static_metadata(provider, "Drives", "Sink/Disc",
                                                "Drives of a test", "redbooksink");
}

/// A drive of the test's, which a provider takes over.
GstDevice *drive(const std::string &path, const char *medium, int free_blocks) {
  auto *properties = gst_structure_new(
      "redbook-drive", "device.path", G_TYPE_STRING, path.c_str(), "medium.state",
      G_TYPE_STRING, medium, "medium.free-blocks", G_TYPE_INT, free_blocks, nullptr);
  auto *caps = gst_caps_new_any();
  auto *device = static_cast<GstDevice *>(g_object_new(
      test_drive_get_type(), "display-name", ("DRIVE (" + path + ")").c_str(),
      "device-class", "Sink/Disc", "properties", properties, "caps", caps, nullptr));
  gst_structure_free(properties);
  gst_caps_unref(caps);
  return device;
}

std::string words_of(const Recorders &recorders) {
  std::string words;
  for (const auto &each : recorders.all())
    words +=
        each.name + " " + each.medium + " " + std::to_string(each.free_blocks) + "\n";
  return words;
}

/// Recorders, and the provider that they follow.
struct Rig {
  Rig() {
    gst_init(nullptr, nullptr);
    gst_device_provider_register(nullptr, "testdrives", GST_RANK_PRIMARY,
                                 test_drives_get_type());
    provider.reset(gst_device_provider_factory_get_by_name("testdrives"));
    recorders = std::make_unique<Recorders>([this] { ++changes; });
    while (!gst_device_provider_is_started(provider.get())) g_thread_yield();
  }

  void wait_for_changes(int wanted) {
    while (changes < wanted) g_main_context_iteration(nullptr, TRUE);
  }

  Owned<GstDeviceProvider> provider;  // there is one of each kind
  int changes = 0;
  std::unique_ptr<Recorders> recorders;
};

}  // namespace

REDBOOK_TEST(test_drives_are_listed_in_order_as_they_come) {
  Rig rig;

  gst_device_provider_device_add(rig.provider.get(), drive("/dev/sr1", "blank", 1000));
  gst_device_provider_device_add(rig.provider.get(), drive("/dev/sr0", "none", 0));
  rig.wait_for_changes(2);

  assert_text(words_of(*rig.recorders),
              "DRIVE (/dev/sr0) none 0\nDRIVE (/dev/sr1) blank 1000\n");
}

REDBOOK_TEST(test_new_disc_and_drive_that_goes_are_followed) {
  Rig rig;
  auto *first = drive("/dev/sr0", "none", 0);
  auto *second = drive("/dev/sr1", "blank", 1000);
  gst_device_provider_device_add(rig.provider.get(), first);
  gst_device_provider_device_add(rig.provider.get(), second);

  gst_device_provider_device_changed(rig.provider.get(),
                                     drive("/dev/sr0", "blank", 359849), first);
  gst_device_provider_device_remove(rig.provider.get(), second);
  rig.wait_for_changes(4);

  assert_text(words_of(*rig.recorders), "DRIVE (/dev/sr0) blank 359849\n");
  ck_assert(rig.recorders->find("/dev/sr0")->has_blank());
  ck_assert_ptr_null(rig.recorders->find("/dev/sr1"));
}

REDBOOK_TEST(test_burned_disc_is_taken_for_blank_no_more) {
  Rig rig;
  gst_device_provider_device_add(rig.provider.get(), drive("/dev/sr0", "blank", 359849));
  rig.wait_for_changes(1);

  rig.recorders->forget_medium("/dev/sr0");

  ck_assert_int_eq(rig.changes, 2);
  ck_assert(!rig.recorders->find("/dev/sr0")->has_blank());
}
