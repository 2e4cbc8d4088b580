#include "device/gudev_watch.hpp"

#include <gudev/gudev.h>

#include <algorithm>
#include <future>
#include <string_view>
#include <vector>

#include "device/udev_properties.hpp"
#include "drive/system_drives.hpp"

namespace redbook {
namespace {

struct UnrefObject {
  void operator()(gpointer object) const { g_object_unref(object); }
};
using Device = std::unique_ptr<GUdevDevice, UnrefObject>;
using Client = std::unique_ptr<GUdevClient, UnrefObject>;

bool is_cd_drive(GUdevDevice *device) {
  const char *name = g_udev_device_get_name(device);
  return g_udev_device_get_device_file(device) && name &&
         (g_udev_device_get_property(device, "ID_CDROM") ||
          std::string_view{name}.starts_with("sr"));
}

UdevProperty properties_of(GUdevDevice *device) {
  return [device](const char *name) { return g_udev_device_get_property(device, name); };
}

/// What the drive said of itself when the kernel found it: 8 or 16 characters, the last
/// of them blanks. It is there without udev, too, and better than udev's if there are
/// both.
void take_name(std::string &name, GUdevDevice *device, const char *attribute) {
  const char *value = g_udev_device_get_sysfs_attr(device, attribute);
  if (!value || *value == '\0') return;
  name = value;
  name.erase(name.find_last_not_of(' ') + 1);
}

void add_what_kernel_says(KnownDrive &drive) {
  if (drive.writable) return;
  for (const auto &listed : drives_of_system())
    if (listed.device == drive.status.device)
      drive.writable = WritableMedia{listed.cd_r, listed.cd_rw};
}

KnownDrive drive_at(GUdevDevice *device) {
  auto drive =
      drive_of_udev(g_udev_device_get_device_file(device), properties_of(device));
  take_name(drive.status.vendor, device, "device/vendor");
  take_name(drive.status.product, device, "device/model");
  take_name(drive.status.revision, device, "device/rev");
  add_what_kernel_says(drive);
  return drive;
}

/// The drives that libgudev lists.
std::vector<KnownDrive> listed_drives(GUdevClient *client) {
  std::vector<KnownDrive> drives;
  GList *const all = g_udev_client_query_by_subsystem(client, "block");
  for (GList *item = all; item; item = item->next) {
    const Device device{G_UDEV_DEVICE(item->data)};
    if (is_cd_drive(device.get())) drives.push_back(drive_at(device.get()));
  }
  g_list_free(all);
  return drives;
}

/// Those that only the kernel lists.
void add_others(std::vector<KnownDrive> &drives) {
  for (const auto &listed : drives_of_system()) {
    const auto is_it = [&](const auto &d) { return d.status.device == listed.device; };
    if (std::any_of(drives.begin(), drives.end(), is_it)) continue;
    KnownDrive drive;
    drive.status.device = listed.device;
    drive.writable = WritableMedia{listed.cd_r, listed.cd_rw};
    drives.push_back(drive);
  }
}

void tell_of_all(GUdevClient *client, DriveEvents &events) {
  auto drives = listed_drives(client);
  add_others(drives);
  for (const auto &drive : drives) events.seen(drive);
}

void tell_of_event(GUdevClient *, const char *action, GUdevDevice *device,
                   DriveEvents *events) noexcept {
  if (!is_cd_drive(device)) return;
  const std::string_view what{action};
  if (what == "remove")
    events->gone(g_udev_device_get_device_file(device));
  else if ((what == "add" || what == "change") &&
           !is_eject_request(properties_of(device)))
    events->seen(drive_at(device));
}

}  // namespace

GudevWatch::GudevWatch()
    : context_{g_main_context_new()}, loop_{g_main_loop_new(context_.get(), FALSE)} {}

// The loop is asked from within, as it may not run yet.
GudevWatch::~GudevWatch() {
  if (!thread_.joinable()) return;
  auto *const quit = g_idle_source_new();
  g_source_set_callback(
      quit,
      [](gpointer loop) {
        g_main_loop_quit(static_cast<GMainLoop *>(loop));
        return G_SOURCE_REMOVE;
      },
      loop_.get(), nullptr);
  g_source_attach(quit, context_.get());
  g_source_unref(quit);
  thread_.join();
}

// The client listens from its making on, in the context that is its thread's then, so
// that nothing is missed between the list and the events.
void GudevWatch::start(DriveEvents &events) {
  std::promise<void> told;
  auto all_told = told.get_future();
  thread_ = std::thread{[this, &events, told = std::move(told)]() mutable {
    g_main_context_push_thread_default(context_.get());
    const char *subsystems[] = {"block", nullptr};
    {
      const Client client{g_udev_client_new(subsystems)};
      g_signal_connect(client.get(), "uevent", G_CALLBACK(tell_of_event), &events);
      tell_of_all(client.get(), events);
      told.set_value();
      g_main_loop_run(loop_.get());
    }
    g_main_context_pop_thread_default(context_.get());
  }};
  all_told.wait();
}

}  // namespace redbook
