// SPDX-License-Identifier: GPL-2.0-or-later
/// A recorder that libburn drives.
#pragma once

#include <memory>
#include <string>

#include "burn/drive.hpp"

namespace redbook {

class LibburnHandle;

/// The drive at `device`, taken for this process alone. Throws Error (drive) where it
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

 private:
  void erase_and_look(Blanking kind, BurnObserver &observer);

  std::unique_ptr<LibburnHandle> handle_;
  bool just_looked_ = true;
};

}  // namespace redbook
