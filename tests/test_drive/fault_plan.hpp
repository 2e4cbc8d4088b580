#pragma once

#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "test_drive/command.hpp"
#include "test_drive/place.hpp"

namespace redbook::drive {

/// Not a command: a program opens the device.
constexpr int open_kind = 0x100;

/// What goes wrong.
struct Fault {
  enum class Effect {
    sense,  ///< CHECK CONDITION
    busy,   ///< SCSI status BUSY, no sense
    host,   ///< the way to the drive fails: a Linux DID_ number
    error,  ///< the ioctl (or open) fails with an errno
    hang,   ///< no answer until the host's time-out, or for `number` seconds
    gone,   ///< the drive is unplugged
    cut,    ///< only `number` bytes come back
    data,   ///< `bytes` come back instead
    delay,  ///< it takes `number` milliseconds
    flip,   ///< bit `number` of the audio is wrong
    drop,   ///< the audio is taken and lost
  };

  int kind = 0;  ///< operation code, or `open_kind`
  int first = 1;
  int last = std::numeric_limits<int>::max();
  std::optional<std::pair<Lba, Lba>> places;  ///< first and last block
  bool after = false;                         ///< the command is carried out all the same
  Effect effect = Effect::sense;
  Sense sense;
  int number = 0;
  Bytes bytes;
};

/// Where a command reads or writes; nothing for the others.
std::optional<std::pair<Lba, int>> blocks_of(const Command &);

/// What is to go wrong with a drive: a text file of one fault a line.
///   KIND [N | N..M | every] [lba A | lba A..B] [after] EFFECT
class FaultPlan {
 public:
  /// Throws std::invalid_argument naming the line that makes no sense.
  static FaultPlan read(const std::filesystem::path &);
  static FaultPlan parse(const std::string &text);

  /// The fault for the `nth` command of its kind, if it gets one.
  const Fault *match(const Command &, int nth) const;
  const Fault *match_open(int nth) const;

 private:
  std::vector<Fault> faults_;
};

/// Operation code for a name such as `write` or for two hexadecimal digits.
int command_kind(const std::string &name);
std::string command_name(std::uint8_t opcode);

}  // namespace redbook::drive
