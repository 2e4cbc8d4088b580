#include "drive/drive_json.hpp"

#include "disc/disc.hpp"

namespace redbook {
namespace {

// Drives tell what they like; these only keep sums from overflowing.
constexpr std::int64_t max_place = 100'000'000;
constexpr std::size_t max_speeds = 1000;

}  // namespace

void list_members(const JsonValue &json, DriveSettings &settings) {
  json["write-mode"].word(settings.write_mode);
  json["write-speed"].number(settings.write_speed, 0, max_write_speed);
  json["simulate"].flag(settings.simulate);
  json["eject"].flag(settings.eject);
  json["finalize"].flag(settings.finalize);
  json["buffer-underrun-free"].flag(settings.buffer_underrun_free);
  json["blank"].word(settings.blank);
  json["overburn"].flag(settings.overburn);
  json["write-offset"].number(settings.write_offset, -max_write_offset, max_write_offset);
  // An older player does not know it.
  if (!json.lacks("verify")) json["verify"].word(settings.verify);
}

static void list_members(const JsonValue &json, DriveCapabilities &capabilities) {
  json["sao"].flag(capabilities.sao);
  json["tao"].flag(capabilities.tao);
  json["simulate"].flag(capabilities.simulate);
  json["buffer-underrun-free"].flag(capabilities.buffer_underrun_free);
  json["cd-text"].flag(capabilities.cd_text);
}

static void list_members(const JsonValue &json, Medium &medium) {
  json["type"].word(medium.type);
  json["state"].word(medium.state);
  json["capacity"].number(medium.capacity, 0, max_place);
  json["free"].number(medium.free, 0, max_place);
  json["tracks"].array(medium.tracks, max_tracks, [](const JsonValue &value, Lba &start) {
    value.number(start, -max_place, max_place);
  });
  json["lead-out"].number(medium.lead_out, -max_place, max_place);
  json["write-speeds"].array(medium.write_speeds, max_speeds,
                             [](const JsonValue &value, int &speed) {
                               value.number(speed, 0, max_write_speed);
                             });
  json["write-speed"].number(medium.write_speed, 0, max_write_speed);
}

void list_members(const JsonValue &json, DriveStatus &status) {
  json["device"].text(status.device);
  json["vendor"].text(status.vendor);
  json["product"].text(status.product);
  json["revision"].text(status.revision);
  list_members(json["capabilities"], status.capabilities);
  list_members(json["medium"], status.medium);
}

}  // namespace redbook
