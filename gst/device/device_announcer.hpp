/// Recorders as GStreamer's devices.
#pragma once

#include <gst/gst.h>

#include <map>
#include <mutex>
#include <string>

#include "device/drive_monitor.hpp"

namespace redbook {

/// Posts the messages of a provider that is started.
class DeviceAnnouncer : public DriveListener {
 public:
  explicit DeviceAnnouncer(GstDeviceProvider *provider) : provider_{provider} {}

  void added(const KnownDrive &drive) noexcept override;
  void changed(const KnownDrive &drive) noexcept override;
  void removed(const std::string &device) noexcept override;
  void probe_failed(const std::string &device, const std::string &why) noexcept override;

 private:
  GstDeviceProvider *provider_;
};

/// Keeps what there is, for a provider that is asked without being started.
class DeviceCollector : public DriveListener {
 public:
  void added(const KnownDrive &drive) noexcept override;
  void changed(const KnownDrive &drive) noexcept override;
  void removed(const std::string &device) noexcept override;
  void probe_failed(const std::string &device, const std::string &why) noexcept override;

  /// A list of GstDevice, both the caller's.
  GList *devices() const;

 private:
  mutable std::mutex mutex_;
  std::map<std::string, KnownDrive> drives_;  // by device
};

}  // namespace redbook
