#pragma once

#include "test_drive/fault_plan.hpp"
#include "test_drive/workings.hpp"

namespace redbook::drive {

/// A CD recorder after MMC-3 whose state is a folder, so that any number of processes
/// can use it:
///   state, cue-sheet   what it remembers
///   settings, plan     what its owner chose (Settings, FaultPlan)
///   medium/            what is in the tray (Medium)
///   commands.log       what it was asked and what it said
///   node               stands for the device while a program has it open
class Drive {
 public:
  Drive(std::filesystem::path folder, Clock &clock)
      : folder_{std::move(folder)}, clock_{clock} {}

  /// Makes a drive without a medium.
  static void create(const std::filesystem::path &folder);

  /// Carries out one command, alone among all that use this drive.
  Reply execute(const Command &);

  /// An errno for a program that opens the device, 0 to let it.
  int opened();

 private:
  Workings workings(Mapped<DriveState> &) const;
  Reply run(Workings &, const Command &) const;

  std::filesystem::path folder_;
  Clock &clock_;
};

/// Opens the medium in a drive's tray, if there is one and the tray is closed.
std::optional<Medium> medium_in(const std::filesystem::path &folder, const DriveState &);

}  // namespace redbook::drive
