#include "drive/drive_json.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace redbook {
namespace {

constexpr Fields::Names write_modes = {"auto", "sao", "tao"};
constexpr Fields::Names blankings = {"none", "fast", "full"};
constexpr Fields::Names verifications = {"none", "quick", "full"};
constexpr Fields::Names medium_types = {"unknown", "cd-rom", "cd-r", "cd-rw", "other"};
constexpr Fields::Names medium_states = {"none", "blank", "appendable", "complete",
                                         "unsuitable"};

// Drives tell what they like; these only keep sums from overflowing.
constexpr std::int64_t max_place = 100'000'000;
constexpr std::size_t max_speeds = 1000;

template <typename Enumeration>
const char *word_of(Fields::Names names, Enumeration value) {
  return names.begin()[static_cast<int>(value)];
}

Json json_of(const DriveCapabilities &capabilities) {
  return {{"sao", capabilities.sao},
          {"tao", capabilities.tao},
          {"simulate", capabilities.simulate},
          {"buffer-underrun-free", capabilities.buffer_underrun_free},
          {"cd-text", capabilities.cd_text}};
}

DriveCapabilities capabilities_of(const Fields &fields) {
  return {fields.flag("sao"), fields.flag("tao"), fields.flag("simulate"),
          fields.flag("buffer-underrun-free"), fields.flag("cd-text")};
}

Json json_of(const Medium &medium) {
  auto tracks = Json::array();
  for (const auto start : medium.tracks) tracks.push_back(start.value());
  return {{"type", word_of(medium_types, medium.type)},
          {"state", word_of(medium_states, medium.state)},
          {"capacity", medium.capacity.count()},
          {"free", medium.free.count()},
          {"tracks", std::move(tracks)},
          {"lead-out", medium.lead_out.value()},
          {"write-speeds", medium.write_speeds},
          {"write-speed", medium.write_speed}};
}

Medium medium_of(const Fields &fields) {
  Medium medium{.type = static_cast<MediumType>(fields.choice("type", medium_types)),
                .state = static_cast<MediumState>(fields.choice("state", medium_states)),
                .capacity = Blocks{fields.number("capacity", 0, max_place)},
                .free = Blocks{fields.number("free", 0, max_place)},
                .lead_out = Lba{fields.number("lead-out", -max_place, max_place)},
                .write_speed = fields.integer("write-speed", 0, max_write_speed)};
  fields.each("tracks", max_tracks, [&](const Json &start, const std::string &name) {
    medium.tracks.emplace_back(number_in(start, name, -max_place, max_place));
  });
  fields.each("write-speeds", max_speeds,
              [&](const Json &speed, const std::string &name) {
                medium.write_speeds.push_back(
                    static_cast<int>(number_in(speed, name, 0, max_write_speed)));
              });
  return medium;
}

/// An older player knows nothing of it.
Verify verify_in(const Fields &fields) {
  if (!fields.has("verify")) return Verify::none;
  return static_cast<Verify>(fields.choice("verify", verifications));
}

}  // namespace

Json json_of(Blanking kind) { return word_of(blankings, kind); }

WriteMode write_mode_in(const Fields &fields) {
  return static_cast<WriteMode>(fields.choice("write-mode", write_modes));
}

Blanking blanking_in(const Fields &fields, const char *name) {
  return static_cast<Blanking>(fields.choice(name, blankings));
}

Json json_of(const DriveSettings &settings) {
  return {{"write-mode", name_of(settings.write_mode)},
          {"write-speed", settings.write_speed},
          {"simulate", settings.simulate},
          {"eject", settings.eject},
          {"finalize", settings.finalize},
          {"buffer-underrun-free", settings.buffer_underrun_free},
          {"blank", json_of(settings.blank)},
          {"overburn", settings.overburn},
          {"write-offset", settings.write_offset},
          {"verify", word_of(verifications, settings.verify)}};
}

DriveSettings drive_settings_of(const Json &object, const std::string &where) {
  const Fields fields{object, where};
  return {write_mode_in(fields),
          fields.integer("write-speed", 0, max_write_speed),
          fields.flag("simulate"),
          fields.flag("eject"),
          fields.flag("finalize"),
          fields.flag("buffer-underrun-free"),
          blanking_in(fields, "blank"),
          fields.flag("overburn"),
          fields.integer("write-offset", -max_write_offset, max_write_offset),
          verify_in(fields)};
}

Json json_of(const DriveStatus &status) {
  return {{"device", status.device},
          {"vendor", status.vendor},
          {"product", status.product},
          {"revision", status.revision},
          {"capabilities", json_of(status.capabilities)},
          {"medium", json_of(status.medium)}};
}

DriveStatus drive_status_of(const Json &object, const std::string &where) {
  const Fields fields{object, where};
  return {fields.text("device"),
          fields.text("vendor"),
          fields.text("product"),
          fields.text("revision"),
          capabilities_of(fields.object("capabilities")),
          medium_of(fields.object("medium"))};
}

}  // namespace redbook
