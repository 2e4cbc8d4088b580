// SPDX-License-Identifier: GPL-2.0-or-later
/// A recorder that libburn drives.
#pragma once

#include <memory>
#include <string>

#include "drive/drive.hpp"

namespace redbook {

class LibburnHandle;
struct BurnPlan;

/// The drive at `device`, taken for this process alone. Throws Error (drive) if it
/// can't be, with what to do about it. Takes a second.
class LibburnDrive : public Drive {
 public:
  explicit LibburnDrive(const std::string &device);
  ~LibburnDrive() override;
  LibburnDrive(const LibburnDrive &) = delete;
  LibburnDrive &operator=(const LibburnDrive &) = delete;

  DriveStatus status() override;
  void erase(Blanking kind, BurnObserver &observer, std::stop_token stop) override;
  void eject() override;
  void load() override;
  void burn(const Disc &disc, const Stash &stash, const DriveSettings &settings,
            BurnObserver &observer, std::stop_token stop) override;

  /// Compares the disc in the drive with `disc`, as `settings.verify` says, however it
  /// was written; `settings.write_offset` is that of its burn. Throws Error (medium)
  /// if it is not the same, and Cancelled.
  void verify(const Disc &disc, const Stash &stash, const DriveSettings &settings,
              BurnObserver &observer, const std::stop_token &stop);

 private:
  void erase_and_look(Blanking kind, BurnObserver &observer);
  void look_at_burned(const Disc &disc, const BurnPlan &plan,
                      const DriveSettings &settings, int changes);
  void verify_medium(const Disc &disc, const Stash &stash, const DriveSettings &settings,
                     WriteMode mode, BurnObserver &observer, const std::stop_token &stop);

  std::unique_ptr<LibburnHandle> handle_;
  bool just_looked_ = true;
};

}  // namespace redbook
