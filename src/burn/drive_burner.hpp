/// Drives, as the player has them: each in a process of its own while it works.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "burn/burner.hpp"
#include "burn/drive_call.hpp"
#include "burn/medium_wait.hpp"
#include "drive/drive.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// A drive that is not held open: each call starts a burner, which lets the drive go
/// before the call returns. All calls block, and can be stopped; what goes wrong is
/// thrown as drive_call.hpp says.
class RemoteDrive {
 public:
  explicit RemoteDrive(std::string device, Patience patience = {})
      : device_{std::move(device)}, patience_{patience} {}

  DriveStatus status(const std::stop_token &stop) const;
  void erase(Blanking kind, BurnObserver &observer, const std::stop_token &stop) const;
  void eject(const std::stop_token &stop) const;
  void load(const std::stop_token &stop) const;

  /// `report`: what the burner writes, should nobody else be there to do it; its location
  /// must be absolute.
  void burn(const Disc &disc, const Stash &stash, const DriveSettings &settings,
            const ReportDraft &report, BurnObserver &observer,
            const std::stop_token &stop) const;

 private:
  std::optional<DriveStatus> call(const Request &request, const std::stop_token &) const;

  std::string device_;
  Patience patience_;
};

/// Burns the disc of a stash on a drive, once there is a medium for it. From the moment
/// the burner has the disc on, it will be finished, whatever becomes of this process;
/// cancelling stops it.
class DriveBurner : public Burner {
 public:
  DriveBurner(std::shared_ptr<Stash> stash, RemoteDrive drive, DriveSettings settings,
              ReportDraft report = {}, MediumWait wait = {});

  void burn(const Disc &disc, BurnObserver &observer, std::stop_token stop) override;

 private:
  std::shared_ptr<Stash> stash_;
  RemoteDrive drive_;
  DriveSettings settings_;
  ReportDraft report_;
  MediumWait wait_;
};

}  // namespace redbook
