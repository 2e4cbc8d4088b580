#include <algorithm>
#include <array>
#include <string>

#include "test_drive/commands.hpp"

namespace redbook::drive {
namespace {

constexpr unsigned profile_none = 0x0000;
constexpr unsigned profile_cd_rom = 0x0008;
constexpr unsigned profile_cd_r = 0x0009;
constexpr unsigned profile_cd_rw = 0x000A;
constexpr unsigned profile_dvd_rom = 0x0010;
constexpr std::array profiles{profile_dvd_rom, profile_cd_rw, profile_cd_r,
                              profile_cd_rom};
constexpr std::array<std::uint32_t, 6> speeds_kb{8467, 5645, 4234, 2822, 1411, 706};

/// A Linux host asks with this when it wants the highest speed.
constexpr unsigned max_speed = 0xFFFF;

unsigned current_profile(Workings &drive) {
  if (!drive.medium) return profile_none;
  const auto &disc = drive.medium->catalogue();
  if (!disc.is_cd()) return profile_dvd_rom;
  if (disc.kind == MediumKind::cd_rw) return profile_cd_rw;
  return disc.kind == MediumKind::cd_r ? profile_cd_r : profile_cd_rom;
}

/// MMC-3, feature descriptor: code, version, persistent and current bits, payload.
Bytes feature(unsigned code, std::uint8_t version, bool persistent, bool current,
              const Bytes &payload) {
  Bytes bytes(4);
  put_16(bytes, 0, code);
  bytes[2] = static_cast<std::uint8_t>(version << 2 | persistent << 1 | current);
  bytes[3] = static_cast<std::uint8_t>(payload.size());
  append(bytes, payload);
  return bytes;
}

Bytes profile_list(unsigned current) {
  Bytes list;
  for (const auto profile : profiles) {
    Bytes entry(4);
    put_16(entry, 0, profile);
    entry[2] = profile == current;
    append(list, entry);
  }
  return feature(0x0000, 0, true, true, list);
}

bool is_writable(unsigned profile) {
  return profile == profile_cd_r || profile == profile_cd_rw;
}

std::uint8_t bit(bool set, int position) {
  return static_cast<std::uint8_t>(set ? 1 << position : 0);
}

Bytes track_at_once_feature(const Settings &settings, bool current) {
  const auto flags = bit(settings.buf, 6) | bit(settings.simulation, 2) | bit(true, 1);
  return feature(0x002D, 2, false, current,
                 {static_cast<std::uint8_t>(flags), 0, 0, 0x01});
}

Bytes mastering_feature(const Settings &settings, bool current) {
  const auto flags = bit(settings.buf, 6) | bit(settings.session_at_once, 5) |
                     bit(settings.simulation, 2) | bit(true, 1);
  return feature(0x002E, 0, false, current,
                 {static_cast<std::uint8_t>(flags), 0, 0x40, 0});
}

std::vector<Bytes> features(Workings &drive) {
  const auto profile = current_profile(drive);
  const bool cd = profile != profile_none && profile != profile_dvd_rom;
  const bool recordable = is_writable(profile);
  return {
      profile_list(profile),
      feature(0x0001, 0, true, true, {0, 0, 0, 1}),     // core: SCSI
      feature(0x0003, 0, true, true, {0x29, 0, 0, 0}),  // removable: tray, eject, lock
      feature(0x001E, 1, false, cd, {bit(drive.settings.text, 0), 0, 0, 0}),  // CD read
      track_at_once_feature(drive.settings, recordable),
      mastering_feature(drive.settings, recordable),
      feature(0x0100, 0, true, true, {}),  // power management
      // Real time streaming: SET CD SPEED, write speeds by GET PERFORMANCE. Hosts ask for
      // speeds only where they find it.
      feature(0x0107, 3, true, cd, {0x0A, 0, 0, 0}),
  };
}

std::string padded(std::string text, std::size_t size) {
  text.resize(size, ' ');
  return text;
}

Bytes speed_descriptor(const Workings &drive, Lba end, std::uint32_t kb) {
  Bytes entry(16);
  entry[0] = drive.settings.speed > 0 ? 0x04 : 0;
  put_32(entry, 4, static_cast<std::uint32_t>(end.value));
  put_32(entry, 8, speeds_kb.front());
  put_32(entry, 12, kb);
  return entry;
}

}  // namespace

Bytes inquiry(Workings &drive, const Command &command) {
  if (command.at(1) & 1) throw sense::invalid_field_in_cdb;  // vital product data
  Bytes bytes{0x05, 0x80, 0x05, 0x32, 31, 0, 0, 0};
  const auto name =
      padded(drive.settings.vendor, 8) + padded(drive.settings.product, 16) + "1.0 ";
  append(bytes, Bytes{name.begin(), name.end()});
  return bytes;
}

Bytes get_configuration(Workings &drive, const Command &command) {
  const int which = command.at(1) & 3;
  const auto start = get_16(command.cdb, 2);
  Bytes bytes(8);
  put_16(bytes, 6, current_profile(drive));
  for (const auto &each : features(drive)) {
    const auto code = get_16(each, 0);
    const bool current = each[2] & 1;
    const bool wanted = which == 2 ? code == start : code >= start;
    if (wanted && (which != 1 || current)) append(bytes, each);
  }
  put_32(bytes, 0, static_cast<std::uint32_t>(bytes.size() - 4));
  return bytes;
}

// MMC-3, GET PERFORMANCE: type 03 lists the write speeds, type 00 the performance over
// the disc.
Bytes get_performance(Workings &drive, const Command &command) {
  const auto type = command.at(10);
  if (type != 0x00 && type != 0x03) throw sense::invalid_field_in_cdb;
  const auto most = get_16(command.cdb, 8);
  const auto end = drive.medium ? drive.disc().last_lead_out : Lba{0};
  Bytes bytes(8);
  const std::size_t count = type == 0x03 ? speeds_kb.size() : 1;
  put_32(bytes, 0, static_cast<std::uint32_t>(4 + 16 * count));
  for (std::size_t i = 0; i < count && i < most; ++i) {
    auto entry = speed_descriptor(drive, end, speeds_kb[i]);
    if (type == 0x00) {
      entry[0] = 0;
      put_32(entry, 4, speeds_kb.front());
      put_32(entry, 8, static_cast<std::uint32_t>(end.value));
    }
    append(bytes, entry);
  }
  return bytes;
}

Bytes set_speed(Workings &drive, const Command &command) {
  const auto chosen = [](unsigned kb) {
    return kb == max_speed ? speeds_kb.front() : std::min(kb, speeds_kb.front());
  };
  if (get_16(command.cdb, 2) == 0) throw sense::invalid_field_in_cdb;
  drive.state.read_kb_per_second = chosen(get_16(command.cdb, 2));
  if (const auto write = get_16(command.cdb, 4); write != 0)
    drive.state.write_kb_per_second = chosen(write);
  return {};
}

}  // namespace redbook::drive
