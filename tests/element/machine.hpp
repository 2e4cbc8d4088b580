/// A machine whose drives do what a test says, and its provider.
#pragma once

#include <map>

#include "device/gstredbookdeviceprovider.hpp"
#include "element_support.hpp"
#include "sink/gstredbooksink.hpp"
#include "util/owned.hpp"

namespace redbook::test {

inline const WritableMedia all_media{true, true};

/// A recorder as udev describes it.
inline KnownDrive described_drive(const std::string &device,
                                  MediumState state = MediumState::none,
                                  MediumType type = MediumType::unknown) {
  KnownDrive drive;
  drive.status.device = device;
  drive.status.vendor = "PIONEER";
  drive.status.product = "BD-RW";
  drive.status.revision = "1.0";
  drive.status.medium.state = state;
  drive.status.medium.type = type;
  drive.writable = all_media;
  drive.is_medium_known = true;
  return drive;
}

/// A drive of which the system has nothing but the path.
inline KnownDrive nameless_drive(const std::string &device) {
  KnownDrive drive;
  drive.status.device = device;
  return drive;
}

/// What a look at a recorder finds, with a blank CD-R in it.
inline DriveStatus looked_at(const std::string &device) {
  auto status = described_drive(device).status;
  status.capabilities = {true, true, true, false, true};
  status.medium = {.type = MediumType::cd_r,
                   .state = MediumState::blank,
                   .capacity = Blocks{359849},
                   .free = Blocks{359849},
                   .write_speeds = {3600, 600}};
  return status;
}

/// Does not answer until it is left.
inline DriveStatus hang(const std::stop_token &stop) {
  std::mutex mutex;
  std::condition_variable_any changed;
  std::unique_lock lock{mutex};
  changed.wait(lock, stop, [] { return false; });
  throw Cancelled{};
}

inline Error busy_error() {
  return {Fault::drive, Result::device_still_in_use, "Another program uses the drive."};
}

/// Which drives there are, and how they answer. The test tells of what happens to them
/// by `events`.
struct Drives {
  std::vector<KnownDrive> at_first{};
  DriveMonitor::Probe probe = [](const std::string &device, const std::stop_token &) {
    return looked_at(device);
  };
  std::atomic<int> probes = 0;
  DriveEvents *events = nullptr;  // while they are watched
};

class FakeWatch : public DriveWatch {
 public:
  explicit FakeWatch(Drives &drives) : drives_{drives} {}
  ~FakeWatch() override { drives_.events = nullptr; }
  FakeWatch(const FakeWatch &) = delete;
  FakeWatch &operator=(const FakeWatch &) = delete;

  void start(DriveEvents &events) override {
    drives_.events = &events;
    for (const auto &drive : drives_.at_first) events.seen(drive);
  }

 private:
  Drives &drives_;
};

/// What a device is, on one line: its name, its class and its properties.
inline std::string text_of(GstDevice *device) {
  const OwnedText name{gst_device_get_display_name(device)};
  const OwnedText klass{gst_device_get_device_class(device)};
  const OwnedStructure properties{gst_device_get_properties(device)};
  const OwnedText fields{gst_structure_to_string(properties.get())};
  return std::string{name.get()} + " " + klass.get() + " " + fields.get();
}

/// A provider of the drives, with the messages it posts.
class Machine {
 public:
  explicit Machine(std::vector<KnownDrive> at_first = {}) {
    // The features of the plugin, of which these tests have the parts.
    GST_ELEMENT_REGISTER(redbooksink, nullptr);
    GST_DEVICE_PROVIDER_REGISTER(redbookdeviceprovider, nullptr);
    drives.at_first = std::move(at_first);
    take_drives_from(provider_,
                     {[this] { return std::make_unique<FakeWatch>(drives); },
                      [this](const std::string &device, const std::stop_token &stop) {
                        ++drives.probes;
                        return drives.probe(device, stop);
                      }});
  }
  ~Machine() {
    if (started_) stop();
    gst_object_unref(bus_);
    gst_object_unref(provider_);
  }
  Machine(const Machine &) = delete;
  Machine &operator=(const Machine &) = delete;

  GstDeviceProvider *provider() { return GST_DEVICE_PROVIDER(provider_); }

  void start() {
    fail_unless(gst_device_provider_start(provider()));
    started_ = true;
  }
  void stop() {
    gst_device_provider_stop(provider());
    started_ = false;
  }

  /// The next message, once it is there: "added" and what text_of() says.
  std::string next_message() {
    auto *message = gst_bus_timed_pop(bus_, 15 * GST_SECOND);
    if (!message) return "nothing";
    auto text = words_of(message);
    gst_message_unref(message);
    return text;
  }
  bool has_message() { return gst_bus_have_pending(bus_); }

  /// What text_of() says of each drive, as an application gets them, with line ends.
  std::string listed() {
    std::string text;
    GList *devices = gst_device_provider_get_devices(provider());
    for (GList *item = devices; item; item = item->next)
      text += test::text_of(GST_DEVICE(item->data)) + "\n";
    g_list_free_full(devices, gst_object_unref);
    return text;
  }

  Drives drives;

 private:
  static std::string words_of(GstMessage *message) {
    GstDevice *device = nullptr;
    std::string what;
    switch (GST_MESSAGE_TYPE(message)) {
      case GST_MESSAGE_DEVICE_ADDED:
        gst_message_parse_device_added(message, &device);
        what = "added ";
        break;
      case GST_MESSAGE_DEVICE_REMOVED:
        gst_message_parse_device_removed(message, &device);
        what = "removed ";
        break;
      default:
        gst_message_parse_device_changed(message, &device, nullptr);
        what = "changed ";
    }
    what += test::text_of(device);
    gst_object_unref(device);
    return what;
  }

  GstRedbookDeviceProvider *provider_ = GST_REDBOOK_DEVICE_PROVIDER(
      gst_object_ref_sink(g_object_new(GST_TYPE_REDBOOK_DEVICE_PROVIDER, nullptr)));
  GstBus *bus_ = gst_device_provider_get_bus(provider());
  bool started_ = false;
};

}  // namespace redbook::test
