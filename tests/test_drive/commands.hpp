#pragma once

#include "test_drive/workings.hpp"

namespace redbook::drive {

/// Carries out a command; the bytes that go back. Refuses by throwing a Sense.
using Handler = Bytes (*)(Workings &, const Command &);

struct CommandEntry {
  std::uint8_t opcode;
  Handler handler;
  bool needs_medium;
  bool meets_attention;    ///< told about a unit attention instead of being carried out
  bool waits_its_turn;     ///< told that the drive is busy
  std::uint8_t room_at;    ///< where in the command its allocation length is
  std::uint8_t room_size;  ///< bytes of that field, 0 if there is none
};

/// Null for a command this drive does not know.
const CommandEntry *find_command(std::uint8_t opcode);

// The tray, readiness and sense: tray.cpp
Bytes test_unit_ready(Workings &, const Command &);
Bytes request_sense(Workings &, const Command &);
Bytes start_stop(Workings &, const Command &);
Bytes prevent_removal(Workings &, const Command &);
Bytes event_status(Workings &, const Command &);
Bytes mechanism_status(Workings &, const Command &);
Bytes do_nothing(Workings &, const Command &);

// What the drive is and can do: features.cpp, mode_pages.cpp
Bytes inquiry(Workings &, const Command &);
Bytes get_configuration(Workings &, const Command &);
Bytes get_performance(Workings &, const Command &);
Bytes set_speed(Workings &, const Command &);
Bytes mode_sense(Workings &, const Command &);
Bytes mode_select(Workings &, const Command &);

// What is on the disc: disc_info.cpp, read_toc.cpp, sub_channel.cpp
Bytes read_disc_information(Workings &, const Command &);
Bytes read_track_information(Workings &, const Command &);
Bytes read_capacity(Workings &, const Command &);
Bytes read_structure(Workings &, const Command &);
Bytes read_toc(Workings &, const Command &);
Bytes read_sub_channel(Workings &, const Command &);

// Reading: read_cd.cpp
Bytes read_data(Workings &, const Command &);
Bytes read_cd(Workings &, const Command &);
Bytes read_cd_msf(Workings &, const Command &);
Bytes seek(Workings &, const Command &);

// Recording: write.cpp
Bytes write(Workings &, const Command &);
Bytes synchronize_cache(Workings &, const Command &);
Bytes read_buffer_capacity(Workings &, const Command &);
Bytes send_cue_sheet(Workings &, const Command &);
Bytes close_track_or_session(Workings &, const Command &);
Bytes blank(Workings &, const Command &);

}  // namespace redbook::drive
