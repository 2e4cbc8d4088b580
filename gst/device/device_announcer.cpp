#include "device/device_announcer.hpp"

#include "device/gstredbookdevice.hpp"
#include "util/log.hpp"
#include "util/owned.hpp"

namespace redbook {
namespace {

bool is_at(GstDevice *device, const std::string &path) {
  const OwnedStructure properties{gst_device_get_properties(device)};
  return path == gst_structure_get_string(properties.get(), "device.path");
}

/// The device that the provider has told of, if any.
OwnedDevice device_at(GstDeviceProvider *provider, const std::string &path) {
  OwnedDevice found;
  GST_OBJECT_LOCK(provider);
  for (GList *item = provider->devices; item && !found; item = item->next)
    if (auto *const device = GST_DEVICE(item->data); is_at(device, path))
      found.reset(GST_DEVICE(gst_object_ref(device)));
  GST_OBJECT_UNLOCK(provider);
  return found;
}

}  // namespace

void DeviceAnnouncer::added(const KnownDrive &drive) noexcept {
  GST_INFO_OBJECT(provider_, "%s is there", drive.status.device.c_str());
  gst_device_provider_device_add(provider_, gst_redbook_device_new(drive));
}

void DeviceAnnouncer::changed(const KnownDrive &drive) noexcept {
  const auto before = device_at(provider_, drive.status.device);
  if (!before) return;
  gst_device_provider_device_changed(provider_, gst_redbook_device_new(drive),
                                     before.get());
}

void DeviceAnnouncer::removed(const std::string &device) noexcept {
  GST_INFO_OBJECT(provider_, "%s has gone", device.c_str());
  if (const auto before = device_at(provider_, device))
    gst_device_provider_device_remove(provider_, before.get());
}

void DeviceAnnouncer::probe_failed(const std::string &device,
                                   const std::string &why) noexcept {
  GST_INFO_OBJECT(provider_, "%s was not looked at: %s", device.c_str(), why.c_str());
}

void DeviceCollector::added(const KnownDrive &drive) noexcept {
  const std::lock_guard lock{mutex_};
  drives_[drive.status.device] = drive;
}

void DeviceCollector::changed(const KnownDrive &drive) noexcept { added(drive); }

void DeviceCollector::removed(const std::string &device) noexcept {
  const std::lock_guard lock{mutex_};
  drives_.erase(device);
}

void DeviceCollector::probe_failed(const std::string &device,
                                   const std::string &why) noexcept {
  GST_INFO("%s was not looked at: %s", device.c_str(), why.c_str());
}

GList *DeviceCollector::devices() const {
  const std::lock_guard lock{mutex_};
  GList *devices = nullptr;
  for (const auto &[path, drive] : drives_)
    devices = g_list_append(devices, gst_object_ref_sink(gst_redbook_device_new(drive)));
  return devices;
}

}  // namespace redbook
