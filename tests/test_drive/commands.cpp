#include "test_drive/commands.hpp"

#include <array>

namespace redbook::drive {
namespace {

// clang-format off
constexpr std::array entries{
    //           opcode handler          medium attention turn  room
    CommandEntry{0x00, test_unit_ready,        true,  true,  true,  0, 0},
    CommandEntry{0x01, do_nothing,             true,  true,  true,  0, 0},  // REZERO
    CommandEntry{0x03, request_sense,          false, false, false, 4, 1},
    CommandEntry{0x12, inquiry,                false, false, false, 3, 2},
    CommandEntry{0x15, mode_select,            false, true,  true,  0, 0},
    CommandEntry{0x1A, mode_sense,             false, true,  false, 4, 1},
    CommandEntry{0x1B, start_stop,             false, true,  true,  0, 0},
    CommandEntry{0x1E, prevent_removal,        false, true,  false, 0, 0},
    CommandEntry{0x25, read_capacity,          true,  true,  true,  0, 0},
    CommandEntry{0x28, read_data,              true,  true,  true,  0, 0},
    CommandEntry{0x2A, write,                  true,  true,  true,  0, 0},
    CommandEntry{0x2B, seek,                   true,  true,  true,  0, 0},
    CommandEntry{0x35, synchronize_cache,      true,  true,  true,  0, 0},
    CommandEntry{0x42, read_sub_channel,       true,  true,  true,  7, 2},
    CommandEntry{0x43, read_toc,               true,  true,  true,  7, 2},
    CommandEntry{0x46, get_configuration,      false, false, false, 7, 2},
    CommandEntry{0x4A, event_status,           false, false, false, 7, 2},
    CommandEntry{0x51, read_disc_information,  true,  true,  true,  7, 2},
    CommandEntry{0x52, read_track_information, true,  true,  true,  7, 2},
    CommandEntry{0x54, do_nothing,             true,  true,  true,  0, 0},  // SEND OPC
    CommandEntry{0x55, mode_select,            false, true,  true,  0, 0},
    CommandEntry{0x5A, mode_sense,             false, true,  false, 7, 2},
    CommandEntry{0x5B, close_track_or_session, true,  true,  true,  0, 0},
    CommandEntry{0x5C, read_buffer_capacity,   true,  true,  false, 7, 2},
    CommandEntry{0x5D, send_cue_sheet,         true,  true,  true,  0, 0},
    CommandEntry{0xA1, blank,                  true,  true,  true,  0, 0},
    CommandEntry{0xA8, read_data,              true,  true,  true,  0, 0},
    CommandEntry{0xAC, get_performance,        false, true,  false, 0, 0},
    CommandEntry{0xAD, read_structure,         true,  true,  true,  8, 2},
    CommandEntry{0xB6, do_nothing,             false, true,  true,  0, 0},  // SET STREAMING
    CommandEntry{0xB9, read_cd_msf,            true,  true,  true,  0, 0},
    CommandEntry{0xBB, set_speed,              false, true,  true,  0, 0},
    CommandEntry{0xBD, mechanism_status,       false, true,  false, 8, 2},
    CommandEntry{0xBE, read_cd,                true,  true,  true,  0, 0},
};
// clang-format on

}  // namespace

const CommandEntry *find_command(std::uint8_t opcode) {
  for (const auto &entry : entries)
    if (entry.opcode == opcode) return &entry;
  return nullptr;
}

}  // namespace redbook::drive
