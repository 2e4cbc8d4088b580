#pragma once

#include <filesystem>
#include <optional>

#include "test_drive/clock.hpp"
#include "test_drive/command.hpp"
#include "test_drive/drive_state.hpp"
#include "test_drive/medium.hpp"
#include "test_drive/pace.hpp"
#include "test_drive/settings.hpp"

namespace redbook::drive {

/// Everything a command can get at.
struct Workings {
  std::filesystem::path folder;
  Settings settings;
  DriveState &state;
  std::optional<Medium> medium;  ///< empty if there is none or the tray is open
  Clock &clock;

  /// What is on the disc; during a test write what would be.
  Catalogue &disc() { return state.simulating ? state.simulated : medium->catalogue(); }
  Pace pace();
  /// The drive works on for `length`; until then most commands are told `with`.
  void keep_busy(Clock::Nanoseconds length, Sense with, bool immediate);
  std::filesystem::path cue_sheet_file() const { return folder / "cue-sheet"; }
};

}  // namespace redbook::drive
