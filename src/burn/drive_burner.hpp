/// The burner whose disc is in a drive.
#pragma once

#include <memory>

#include "burn/burner.hpp"
#include "burn/medium_wait.hpp"
#include "burn/remote_drive.hpp"

namespace redbook {

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
