#include <array>
#include <stdexcept>

#include "test_drive/fault_plan.hpp"

namespace redbook::drive {
namespace {

struct Name {
  int kind;
  const char *name;
};

constexpr std::array names{
    Name{0x00, "tur"},         Name{0x03, "request-sense"}, Name{0x12, "inquiry"},
    Name{0x1B, "start-stop"},  Name{0x1E, "prevent"},       Name{0x25, "capacity"},
    Name{0x28, "read"},        Name{0x2A, "write"},         Name{0x35, "sync"},
    Name{0x42, "sub-channel"}, Name{0x43, "toc"},           Name{0x46, "configuration"},
    Name{0x4A, "event"},       Name{0x51, "disc-info"},     Name{0x52, "track-info"},
    Name{0x54, "opc"},         Name{0x55, "mode-select"},   Name{0x5A, "mode-sense"},
    Name{0x5B, "close"},       Name{0x5C, "buffer"},        Name{0x5D, "cue-sheet"},
    Name{0xA1, "blank"},       Name{0xAC, "performance"},   Name{0xBB, "speed"},
    Name{0xBE, "read-cd"},     Name{open_kind, "open"},
};

}  // namespace

int command_kind(const std::string &name) {
  for (const auto &known : names)
    if (name == known.name) return known.kind;
  std::size_t used = 0;
  const int opcode = std::stoi(name, &used, 16);
  if (used != 2 || name.size() != 2) throw std::invalid_argument{name};
  return opcode;
}

std::string command_name(std::uint8_t opcode) {
  for (const auto &known : names)
    if (known.kind == opcode) return known.name;
  constexpr auto digits = "0123456789ABCDEF";
  return {digits[opcode >> 4], digits[opcode & 0xF]};
}

}  // namespace redbook::drive
