// SPDX-License-Identifier: GPL-2.0-or-later
/// How commands to a drive fail.
#pragma once

#include <scsi/sg.h>

#include <cstdint>
#include <optional>
#include <string>

namespace redbook {

/// Operation codes of MMC-3 that mean something here.
namespace operation {
inline constexpr std::uint8_t start_stop_unit = 0x1B;
inline constexpr std::uint8_t prevent_allow_removal = 0x1E;
inline constexpr std::uint8_t write_10 = 0x2A;
inline constexpr std::uint8_t synchronize_cache = 0x35;
inline constexpr std::uint8_t read_sub_channel = 0x42;
inline constexpr std::uint8_t mode_select_10 = 0x55;
inline constexpr std::uint8_t close_track_or_session = 0x5B;
inline constexpr std::uint8_t send_cue_sheet = 0x5D;
inline constexpr std::uint8_t blank = 0xA1;
inline constexpr std::uint8_t read_cd = 0xBE;
}  // namespace operation

/// Sense keys of SPC-3.
namespace sense_key {
inline constexpr std::uint8_t recovered_error = 0x1;
inline constexpr std::uint8_t not_ready = 0x2;
inline constexpr std::uint8_t medium_error = 0x3;
inline constexpr std::uint8_t hardware_error = 0x4;
inline constexpr std::uint8_t illegal_request = 0x5;
inline constexpr std::uint8_t unit_attention = 0x6;
inline constexpr std::uint8_t data_protect = 0x7;
inline constexpr std::uint8_t aborted_command = 0xB;
}  // namespace sense_key

inline constexpr std::uint8_t status_check_condition = 0x02;
inline constexpr std::uint8_t status_busy = 0x08;

/// How a command of a burn failed.
struct CommandFault {
  enum class Kind {
    sense,           ///< the drive says why
    busy,            ///< it would not take the command, again and again
    no_reply,        ///< the way to it failed: a time-out, a reset, a cable
    gone,            ///< the system has no such device any more
    short_transfer,  ///< it took less than was sent
  };
  Kind kind = Kind::sense;
  std::uint8_t operation = 0;         ///< first byte of the command
  std::optional<std::int32_t> lba{};  ///< of a WRITE
  std::uint8_t key = 0, asc = 0, ascq = 0;
  int host_status = 0;   ///< Linux' DID number
  int error_number = 0;  ///< errno of the ioctl

  bool operator==(const CommandFault &) const = default;
};

/// "WRITE(10)", or "command 42h".
std::string name_of_command(const CommandFault &);
/// "3/0C/00"; empty where the drive did not say why.
std::string sense_of(const CommandFault &);

/// "WRITE(10) at LBA 1234: sense 3/0C/00", for the detail of an Error.
std::string to_string(const CommandFault &);

/// What went wrong with a command that was carried out, `outcome` being the ioctl's.
std::optional<CommandFault> fault_in(const sg_io_hdr &header, int outcome);

/// Whether a burn depends on the command. libburn asks for more that a drive may refuse,
/// and starts and stops the motor of an open drive.
bool matters(const sg_io_hdr &header);

/// Whether the drive says that a disc was put in or taken out.
bool tells_of_another_medium(const CommandFault &fault);

/// Whether it is something that libburn waits for, or no failure at all.
bool passes(const CommandFault &fault);

}  // namespace redbook
