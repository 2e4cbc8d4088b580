#include "recorders.hpp"

#include <algorithm>
#include <memory>

namespace player {
namespace {

struct FreeStructure {
  void operator()(GstStructure *structure) const { gst_structure_free(structure); }
};
using Properties = std::unique_ptr<GstStructure, FreeStructure>;

std::string text_in(const Properties &properties, const char *field) {
  const auto *text = gst_structure_get_string(properties.get(), field);
  return text ? text : "";
}

Recorder recorder_of(GstDevice *device) {
  const Properties properties{gst_device_get_properties(device)};
  Recorder recorder{.path = text_in(properties, "device.path"),
                    .name = taken(gst_device_get_display_name(device)),
                    .medium = text_in(properties, "medium.state")};
  gst_structure_get_int(properties.get(), "medium.free-blocks", &recorder.free_blocks);
  return recorder;
}

}  // namespace

// The monitor starts when the drives have told their names, which may take seconds.
Recorders::Recorders(Work changed)
    : changed_{std::move(changed)}, monitor_{gst_device_monitor_new()} {
  gst_device_monitor_add_filter(monitor_.get(), "Sink/Disc", nullptr);
  const Owned<GstBus> bus{gst_device_monitor_get_bus(monitor_.get())};
  gst_bus_add_watch(bus.get(), take, this);
  worker_.post([this] { gst_device_monitor_start(monitor_.get()); });
}

Recorders::~Recorders() {
  const Owned<GstBus> bus{gst_device_monitor_get_bus(monitor_.get())};
  gst_bus_remove_watch(bus.get());
  worker_.post([this] { gst_device_monitor_stop(monitor_.get()); });
}

void Recorders::forget_medium(const std::string &path) {
  const auto place = std::ranges::find(all_, path, &Recorder::path);
  if (place == all_.end()) return;
  place->medium.clear();
  changed_();
}

const Recorder *Recorders::find(const std::string &path) const {
  const auto found = std::ranges::find(all_, path, &Recorder::path);
  return found == all_.end() ? nullptr : &*found;
}

gboolean Recorders::take(GstBus *, GstMessage *message, gpointer self) {
  static_cast<Recorders *>(self)->take(message);
  return G_SOURCE_CONTINUE;
}

void Recorders::take(GstMessage *message) {
  GstDevice *device = nullptr;
  switch (GST_MESSAGE_TYPE(message)) {
    case GST_MESSAGE_DEVICE_ADDED:
      gst_message_parse_device_added(message, &device);
      break;
    case GST_MESSAGE_DEVICE_CHANGED:
      gst_message_parse_device_changed(message, &device, nullptr);
      break;
    case GST_MESSAGE_DEVICE_REMOVED:
      gst_message_parse_device_removed(message, &device);
      break;
    default: return;
  }
  const Owned<GstDevice> owned{device};
  if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_DEVICE_REMOVED)
    remove(device);
  else
    put(device);
  changed_();
}

void Recorders::put(GstDevice *device) {
  auto recorder = recorder_of(device);
  const auto place = std::ranges::lower_bound(all_, recorder.path, {}, &Recorder::path);
  if (place != all_.end() && place->path == recorder.path)
    *place = std::move(recorder);
  else
    all_.insert(place, std::move(recorder));
}

void Recorders::remove(GstDevice *device) {
  const auto gone = recorder_of(device).path;
  std::erase_if(all_, [&](const Recorder &recorder) { return recorder.path == gone; });
}

}  // namespace player
