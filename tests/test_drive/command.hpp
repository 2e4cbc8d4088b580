#pragma once

#include "test_drive/bytes.hpp"
#include "test_drive/sense.hpp"

namespace redbook::drive {

/// A command as the host hands it over.
struct Command {
  View cdb;
  View parameters;       ///< what the host sends along
  std::size_t room = 0;  ///< how many bytes the host has room for
  int timeout_ms = 30000;

  std::uint8_t opcode() const { return cdb[0]; }
  /// A byte of the command block; those beyond its end are 0.
  std::uint8_t at(std::size_t i) const { return i < cdb.size() ? cdb[i] : 0; }
};

constexpr std::uint8_t status_good = 0x00;
constexpr std::uint8_t status_check_condition = 0x02;
constexpr std::uint8_t status_busy = 0x08;

/// What comes back: from the drive (status, sense, data) or from the way to it.
struct Reply {
  std::uint8_t status = status_good;
  std::uint8_t host_status = 0;  ///< Linux DID_...
  int error_number = 0;          ///< the ioctl itself fails
  Sense sense;
  Bytes data;
  std::size_t taken = 0;  ///< parameter bytes that reached the drive

  static Reply refused(Sense sense) {
    Reply reply;
    reply.status = status_check_condition;
    reply.sense = sense;
    return reply;
  }
};

/// Sense data in the fixed format (SPC-3).
inline Bytes fixed_sense(Sense sense) {
  Bytes bytes(18);
  bytes[0] = 0x70;
  bytes[2] = sense.key;
  bytes[7] = 10;
  bytes[12] = sense.asc;
  bytes[13] = sense.ascq;
  return bytes;
}

}  // namespace redbook::drive
