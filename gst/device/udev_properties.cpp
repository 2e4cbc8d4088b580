#include "device/udev_properties.hpp"

#include <algorithm>
#include <string_view>

namespace redbook {
namespace {

class UdevReader {
 public:
  explicit UdevReader(const UdevProperty &property) : property_{property} {}

  bool has(const char *name) const { return property_(name) != nullptr; }
  bool flag(const char *name) const { return text(name) == "1"; }
  std::string text(const char *name) const {
    const char *value = property_(name);
    return value ? value : "";
  }

  /// udev writes blanks as underscores, so that they can be in names of links.
  std::string name(const char *name) const {
    auto value = text(name);
    std::replace(value.begin(), value.end(), '_', ' ');
    return value;
  }

 private:
  const UdevProperty &property_;
};

/// cdrom_id was there: each drive reads some kind of disc.
bool are_abilities_known(const UdevReader &properties) {
  return properties.has("ID_CDROM_CD") || properties.has("ID_CDROM_CD_R") ||
         properties.has("ID_CDROM_DVD");
}

MediumType type_of(const UdevReader &medium) {
  if (!medium.flag("ID_CDROM_MEDIA")) return MediumType::unknown;
  if (medium.flag("ID_CDROM_MEDIA_CD_RW")) return MediumType::cd_rw;
  if (medium.flag("ID_CDROM_MEDIA_CD_R")) return MediumType::cd_r;
  if (medium.flag("ID_CDROM_MEDIA_CD")) return MediumType::cd_rom;
  return MediumType::other;
}

MediumState state_of(const UdevReader &medium, MediumType type) {
  if (type == MediumType::unknown) return MediumState::none;
  if (type == MediumType::other) return MediumState::unsuitable;
  if (type == MediumType::cd_rom) return MediumState::complete;
  const auto state = medium.text("ID_CDROM_MEDIA_STATE");
  if (state == "blank") return MediumState::blank;
  if (state == "appendable") return MediumState::appendable;
  return state == "complete" ? MediumState::complete : MediumState::unsuitable;
}

}  // namespace

KnownDrive drive_of_udev(const std::string &device, const UdevProperty &property) {
  const UdevReader properties{property};
  KnownDrive drive;
  drive.status.device = device;
  drive.status.vendor = properties.name("ID_VENDOR");
  drive.status.product = properties.name("ID_MODEL");
  drive.status.revision = properties.text("ID_REVISION");
  if (!are_abilities_known(properties)) return drive;
  drive.writable =
      WritableMedia{properties.flag("ID_CDROM_CD_R"), properties.flag("ID_CDROM_CD_RW")};
  drive.is_medium_known = true;
  auto &medium = drive.status.medium;
  medium.type = type_of(properties);
  medium.state = state_of(properties, medium.type);
  drive.holds_files = properties.has("ID_FS_TYPE");
  return drive;
}

bool is_eject_request(const UdevProperty &property) {
  return property("DISK_EJECT_REQUEST") != nullptr;
}

}  // namespace redbook
