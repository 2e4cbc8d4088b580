/// A drive as a destination.
#pragma once

#include <optional>
#include <string>

#include "burn/destination.hpp"
#include "burn/drive_burner.hpp"
#include "stash/cache_folder.hpp"

namespace redbook {

class DriveDestination : public Destination {
 public:
  /// Looks at the drive and its medium, and lets go of it again: takes seconds. Throws
  /// Error if no disc could be burned as asked. With a time to wait for the first
  /// medium, what is wrong with the one in the drive can still be put right.
  DriveDestination(const std::string &device, const DriveSettings &settings,
                   std::chrono::seconds wait = {});

  std::string name(int /*disc*/) const override { return status_.device; }
  const char *write_mode() const override { return name_of(settings_.write_mode); }
  std::shared_ptr<Stash> new_stash() const override;
  std::filesystem::path stash_folder() const override { return cache_folder(); }
  Blocks capacity() const override;
  std::optional<DriveStatus> drive() const override { return status_; }
  std::chrono::nanoseconds settle_time() const override;
  std::unique_ptr<Burner> burner(std::shared_ptr<Stash> stash, const std::string &name,
                                 const ReportDraft &draft) const override;

 private:
  Rescue new_rescue() const override { return Rescue{device_}; }

  std::string device_;  ///< as it was asked for
  RemoteDrive drive_;
  DriveSettings settings_;
  std::chrono::seconds wait_;
  DriveStatus status_;
};

}  // namespace redbook
