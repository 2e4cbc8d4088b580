#pragma once

#include <cstdint>

namespace redbook::drive {

/// Why a command ended in CHECK CONDITION; thrown by whatever refuses it.
struct Sense {
  std::uint8_t key = 0;
  std::uint8_t asc = 0;
  std::uint8_t ascq = 0;

  friend constexpr bool operator==(Sense, Sense) = default;
};

/// The senses this drive gives of its own accord (names and numbers as in MMC-3).
namespace sense {
constexpr Sense none{0x0, 0x00, 0x00};
constexpr Sense long_write_in_progress{0x2, 0x04, 0x08};
constexpr Sense no_medium_tray_closed{0x2, 0x3A, 0x01};
constexpr Sense no_medium_tray_open{0x2, 0x3A, 0x02};
constexpr Sense write_error{0x3, 0x0C, 0x00};
constexpr Sense loss_of_streaming{0x3, 0x0C, 0x09};
constexpr Sense parameter_list_length{0x5, 0x1A, 0x00};
constexpr Sense invalid_opcode{0x5, 0x20, 0x00};
constexpr Sense lba_out_of_range{0x5, 0x21, 0x00};
constexpr Sense invalid_write_address{0x5, 0x21, 0x02};
constexpr Sense invalid_field_in_cdb{0x5, 0x24, 0x00};
constexpr Sense invalid_field_in_parameters{0x5, 0x26, 0x00};
constexpr Sense command_sequence_error{0x5, 0x2C, 0x00};
constexpr Sense incompatible_format{0x5, 0x30, 0x02};
constexpr Sense cannot_write_medium{0x5, 0x30, 0x05};
constexpr Sense saving_not_supported{0x5, 0x39, 0x00};
constexpr Sense removal_prevented{0x5, 0x53, 0x02};
constexpr Sense illegal_mode_for_track{0x5, 0x64, 0x00};
constexpr Sense incomplete_session{0x5, 0x72, 0x03};
constexpr Sense session_limit{0x5, 0x72, 0x05};
constexpr Sense medium_may_have_changed{0x6, 0x28, 0x00};
constexpr Sense power_on{0x6, 0x29, 0x00};
constexpr Sense write_protected{0x7, 0x27, 0x00};
}  // namespace sense

}  // namespace redbook::drive
