/// Drives, media and discs for which a burn is planned.
#pragma once

#include "discs.hpp"
#include "drive/burn_plan.hpp"
#include "suite.hpp"

namespace redbook::test {

inline constexpr int at_4x = 300;
inline constexpr int at_8x = 600;
inline constexpr int at_48x = 3600;

/// A recorder that can everything, with a blank CD-R of 80 minutes in it.
inline DriveStatus good_drive() {
  DriveStatus drive{"/dev/sr0", "REDBOOK", "TEST DRIVE", "1.0"};
  drive.capabilities = {.sao = true,
                        .tao = true,
                        .simulate = true,
                        .buffer_underrun_free = true,
                        .cd_text = true};
  drive.medium.type = MediumType::cd_r;
  drive.medium.state = MediumState::blank;
  drive.medium.capacity = drive.medium.free = eighty_minutes;
  drive.medium.write_speeds = {at_48x, at_8x, at_4x};
  return drive;
}

inline DriveStatus drive_with(MediumType type, MediumState state) {
  auto drive = good_drive();
  drive.medium.type = type;
  drive.medium.state = state;
  if (state != MediumState::blank) drive.medium.free = Blocks{};
  return drive;
}

inline Disc three_tracks() { return disc_of({Blocks{450}, Blocks{300}, Blocks{375}}); }

inline std::string told(const Error &error) {
  return std::string{name_of(error.result())} + ": " + error.what();
}

inline std::string refusal(const DriveStatus &drive, const DriveSettings &settings = {}) {
  return told(error_of([&] { check_medium(drive, settings); }));
}

inline std::string told(const Findings &findings) {
  std::string text;
  for (const auto &finding : findings)
    text += finding.name + ' ' + sentence_of(finding) + '\n';
  return text;
}

}  // namespace redbook::test
