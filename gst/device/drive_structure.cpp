#include "device/drive_structure.hpp"

#include "bus/enums.hpp"
#include "bus/structures.hpp"

namespace redbook {
namespace {

void set_text(GstStructure *structure, const char *field, const std::string &text) {
  if (!text.empty())
    gst_structure_set(structure, field, G_TYPE_STRING, text.c_str(), nullptr);
}

void set_flag(GstStructure *structure, const char *field, bool flag) {
  gst_structure_set(structure, field, G_TYPE_BOOLEAN, gboolean{flag}, nullptr);
}

void set_count(GstStructure *structure, const char *field, std::int64_t count) {
  gst_structure_set(structure, field, G_TYPE_INT, static_cast<gint>(count), nullptr);
}

const char *name_of(MediumState state) {
  switch (state) {
    case MediumState::none: return "none";
    case MediumState::blank: return "blank";
    case MediumState::appendable: return "appendable";
    case MediumState::complete: return "complete";
    case MediumState::unsuitable: break;
  }
  return "unsuitable";
}

void set_writable(GstStructure *structure, const WritableMedia &writable) {
  set_flag(structure, "capabilities.cd-r", writable.cd_r);
  set_flag(structure, "capabilities.cd-rw", writable.cd_rw);
}

void set_capabilities(GstStructure *structure, const DriveCapabilities &can) {
  set_flag(structure, "capabilities.sao", can.sao);
  set_flag(structure, "capabilities.tao", can.tao);
  set_flag(structure, "capabilities.simulate", can.simulate);
  set_flag(structure, "capabilities.buffer-underrun-free", can.buffer_underrun_free);
  set_flag(structure, "capabilities.cd-text", can.cd_text);
}

void set_speeds(GstStructure *structure, const std::vector<int> &speeds) {
  if (speeds.empty()) return;
  GValue array = G_VALUE_INIT;
  g_value_init(&array, GST_TYPE_ARRAY);
  for (const int speed : speeds) append(&array, speed);
  gst_structure_take_value(structure, "medium.write-speeds", &array);
}

void set_medium(GstStructure *structure, const Medium &medium, bool is_looked_at) {
  set_text(structure, "medium.state", name_of(medium.state));
  if (medium.state == MediumState::none) return;
  gst_structure_set(structure, "medium.type", GST_TYPE_REDBOOK_MEDIA_TYPE,
                    static_cast<gint>(medium.type), nullptr);
  if (!is_looked_at) return;
  set_count(structure, "medium.tracks", static_cast<std::int64_t>(medium.tracks.size()));
  set_count(structure, "medium.total-blocks", medium.capacity.count());
  set_count(structure, "medium.free-blocks", medium.free.count());
  set_speeds(structure, medium.write_speeds);
}

}  // namespace

OwnedStructure structure_of(const KnownDrive &drive) {
  const auto &status = drive.status;
  OwnedStructure structure{gst_structure_new_empty("redbook-drive")};
  auto *const fields = structure.get();
  set_text(fields, "device.api", "redbook");
  set_text(fields, "device.path", status.device);
  set_text(fields, "device.vendor", status.vendor);
  set_text(fields, "device.model", status.product);
  set_text(fields, "device.revision", status.revision);
  if (drive.writable) set_writable(fields, *drive.writable);
  if (drive.is_looked_at) set_capabilities(fields, status.capabilities);
  if (drive.is_medium_known) set_medium(fields, status.medium, drive.is_medium_looked_at);
  return structure;
}

std::string display_name_of(const KnownDrive &drive) {
  std::string name;
  for (const auto &part : {drive.status.vendor, drive.status.product})
    if (!part.empty()) name += part + " ";
  if (name.empty()) name = "CD recorder ";
  return name + "(" + drive.status.device + ")";
}

}  // namespace redbook
