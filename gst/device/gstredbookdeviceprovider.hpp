/// The device provider redbookdeviceprovider.
#pragma once

#include <gst/gst.h>

#include <functional>
#include <memory>

#include "device/drive_monitor.hpp"

G_BEGIN_DECLS

#define GST_TYPE_REDBOOK_DEVICE_PROVIDER (gst_redbook_device_provider_get_type())
G_DECLARE_FINAL_TYPE(GstRedbookDeviceProvider, gst_redbook_device_provider, GST,
                     REDBOOK_DEVICE_PROVIDER, GstDeviceProvider)

GST_DEVICE_PROVIDER_REGISTER_DECLARE(redbookdeviceprovider)

G_END_DECLS

namespace redbook {

/// Where a provider has its drives from.
struct DriveSources {
  std::function<std::unique_ptr<DriveWatch>()> watch;
  DriveMonitor::Probe probe;
  DriveMonitor::Milliseconds patience =
      std::chrono::seconds{10};  ///< with drives at first
};

/// Instead of this machine's; before `provider` starts.
void take_drives_from(GstRedbookDeviceProvider *provider, DriveSources sources);

}  // namespace redbook
