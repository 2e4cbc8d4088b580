#pragma once

#include <array>

#include "test_drive/catalogue.hpp"
#include "test_drive/clock.hpp"
#include "test_drive/pace.hpp"
#include "test_drive/sense.hpp"

namespace redbook::drive {

/// Mode page 05h, Write Parameters (MMC-3), as bytes and as what they mean.
struct WriteParameters {
  static constexpr std::size_t bytes = 52;
  std::array<std::uint8_t, bytes> page;

  enum class Type : std::uint8_t { packet = 0, track_at_once, session_at_once, raw };

  Type type() const { return static_cast<Type>(page[2] & 0xF); }
  bool test() const { return page[2] & 0x10; }
  bool underrun_proof() const { return page[2] & 0x40; }
  std::uint8_t control() const { return page[3] & 0xF; }
  /// MMC-3's data block type: 0 is 2352 bytes as they are, 8 is mode 1.
  std::uint8_t block_type() const { return page[4] & 0xF; }
  bool means_audio() const { return block_type() == 0 && !(control() & 4); }
  bool session_may_follow() const { return page[3] >> 6 == 3; }
  bool has_mcn() const { return page[16] & 0x80; }
  bool has_isrc() const { return page[32] & 0x80; }
};

enum class Recording : std::uint8_t { nothing, session_at_once, track_at_once };

/// All a drive remembers between two commands, apart from its medium. Trivially
/// copyable, since it lies in a shared file.
struct DriveState {
  static constexpr std::uint32_t right_version = 0x52424401;

  std::uint32_t version = right_version;
  bool tray_open = false;
  bool removal_prevented = false;
  bool gone = false;  ///< unplugged: no command arrives any more
  bool simulating = false;
  Sense attention = sense::power_on;
  Sense last_sense;
  Clock::Nanoseconds busy_until{0};
  Sense busy_with;
  std::uint32_t read_kb_per_second = 8467;
  std::uint32_t write_kb_per_second = 8467;
  WriteParameters write_parameters;
  Recording recording = Recording::nothing;
  Lba head;  ///< the block read last
  Lba next;  ///< where the next WRITE has to go on
  PaceState pace;
  Catalogue simulated;  ///< while simulating: what the medium would be like
  std::array<std::uint32_t, 256> commands_seen;
  std::uint32_t opens_seen = 0;
};

/// A drive just plugged in.
DriveState power_on_state();
WriteParameters default_write_parameters();

}  // namespace redbook::drive
