/// A recorder, as GStreamer's device monitors list it.
#pragma once

#include <gst/gst.h>

#include "device/known_drive.hpp"

G_BEGIN_DECLS

#define GST_TYPE_REDBOOK_DEVICE (gst_redbook_device_get_type())
G_DECLARE_FINAL_TYPE(GstRedbookDevice, gst_redbook_device, GST, REDBOOK_DEVICE, GstDevice)

G_END_DECLS

/// A floating reference.
GstDevice *gst_redbook_device_new(const redbook::KnownDrive &drive);
