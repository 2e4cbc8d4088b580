/**
 * SECTION:provider-redbookdeviceprovider
 * @title: redbookdeviceprovider
 *
 * Lists the drives that record CDs, and tells of those that come and go and of a new
 * medium in one of them. The devices have the class Sink/Disc and make a #redbooksink.
 *
 * ## Example launch line
 * |[
 * gst-device-monitor-1.0 --follow Sink/Disc
 * ]|
 * Prints the drives with what they can do, and their media.
 *
 * Since: 0.1
 */
#include "device/gstredbookdeviceprovider.hpp"

#include <exception>
#include <utility>

#include "burn/drive_burner.hpp"
#include "device/device_announcer.hpp"
#include "device/gudev_watch.hpp"
#include "util/log.hpp"

namespace redbook {
namespace {

/// This machine's drives, each looked at by a burner of its own.
DriveSources own_drives() {
  return {[] { return std::make_unique<GudevWatch>(); },
          [](const std::string &device, const std::stop_token &stop) {
            return RemoteDrive{device}.status(stop);
          }};
}

}  // namespace

/// What a started provider has.
struct Announcing {
  Announcing(GstDeviceProvider *provider, const DriveSources &sources)
      : announcer{provider}, monitor{announcer, sources.probe, sources.watch()} {}

  DeviceAnnouncer announcer;
  DriveMonitor monitor;  // destroyed first: its thread uses the members above
};

}  // namespace redbook

struct _GstRedbookDeviceProvider {
  GstDeviceProvider parent;
  redbook::DriveSources *sources;
  redbook::Announcing *announcing;  // the base class lets one thread start or stop it
};

G_DEFINE_TYPE(GstRedbookDeviceProvider, gst_redbook_device_provider,
              GST_TYPE_DEVICE_PROVIDER)
// A rank that device monitors take into account.
GST_DEVICE_PROVIDER_REGISTER_DEFINE(redbookdeviceprovider, "redbookdeviceprovider",
                                    GST_RANK_PRIMARY, GST_TYPE_REDBOOK_DEVICE_PROVIDER)

void redbook::take_drives_from(GstRedbookDeviceProvider *provider, DriveSources sources) {
  *provider->sources = std::move(sources);
}

namespace {

using redbook::Announcing;
using redbook::DeviceCollector;
using redbook::DriveMonitor;

// No exception goes further.
template <typename Work>
bool done(GstDeviceProvider *provider, Work &&work) noexcept {
  try {
    work();
    return true;
  } catch (const std::exception &error) {
    GST_ERROR_OBJECT(provider, "no drives are listed: %s", error.what());
    return false;
  }
}

// Takes as long as the drives do, which may have to spin up.
GList *gst_redbook_device_provider_probe(GstDeviceProvider *provider) {
  const auto &sources = *GST_REDBOOK_DEVICE_PROVIDER(provider)->sources;
  DeviceCollector collector;
  done(provider, [&] {
    DriveMonitor monitor{collector, sources.probe, sources.watch()};
    monitor.wait_for_probes(sources.patience);
  });
  return collector.devices();
}

// The drives that the system can name are told of at once, all others before it returns,
// as monitors expect.
gboolean gst_redbook_device_provider_start(GstDeviceProvider *provider) {
  auto *const self = GST_REDBOOK_DEVICE_PROVIDER(provider);
  return done(provider, [&] {
    auto announcing = std::make_unique<Announcing>(provider, *self->sources);
    announcing->monitor.wait_for_names(self->sources->patience);
    self->announcing = announcing.release();
  });
}

void gst_redbook_device_provider_stop(GstDeviceProvider *provider) {
  delete std::exchange(GST_REDBOOK_DEVICE_PROVIDER(provider)->announcing, nullptr);
}

void gst_redbook_device_provider_finalize(GObject *object) {
  auto *const self = GST_REDBOOK_DEVICE_PROVIDER(object);
  delete self->announcing;
  delete self->sources;
  G_OBJECT_CLASS(gst_redbook_device_provider_parent_class)->finalize(object);
}

}  // namespace

static void gst_redbook_device_provider_class_init(GstRedbookDeviceProviderClass *klass) {
  auto *provider_class = GST_DEVICE_PROVIDER_CLASS(klass);
  GST_DEBUG_CATEGORY_INIT(redbooksink_debug, "redbooksink", 0, "Audio CD recorder");

  G_OBJECT_CLASS(klass)->finalize = gst_redbook_device_provider_finalize;
  provider_class->probe = gst_redbook_device_provider_probe;
  provider_class->start = gst_redbook_device_provider_start;
  provider_class->stop = gst_redbook_device_provider_stop;
  gst_device_provider_class_set_static_metadata(
      provider_class, "Audio CD recorder device provider", "Sink/Disc",
      "Lists the drives that record audio CDs, and what is in them",
      "The redbooksink authors");
}

static void gst_redbook_device_provider_init(GstRedbookDeviceProvider *self) {
  self->sources = new redbook::DriveSources{redbook::own_drives()};
}
