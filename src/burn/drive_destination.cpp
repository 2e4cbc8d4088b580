#include "burn/drive_destination.hpp"

#include <utility>

#include "burn/burn_plan.hpp"
#include "stash/cache_folder.hpp"

namespace redbook {
namespace {

DriveStatus looked_at(const RemoteDrive &drive, const DriveSettings &settings) {
  auto status = drive.status({});
  check_medium(status, settings);
  status.medium.write_speed = write_speed_for(status.medium, settings);
  return status;
}

}  // namespace

DriveDestination::DriveDestination(const std::string &device,
                                   const DriveSettings &settings)
    : drive_{device},
      settings_{settings},
      status_{looked_at(drive_, settings)},
      rescue_{device} {}

std::shared_ptr<Stash> DriveDestination::new_stash() const {
  return std::make_shared<Stash>(cache_folder());
}

Blocks DriveDestination::capacity() const {
  return settings_.overburn ? longest_program : room_on(status_.medium);
}

std::chrono::nanoseconds DriveDestination::settle_time() const {
  return std::chrono::seconds{2};
}

std::unique_ptr<Burner> DriveDestination::burner(std::shared_ptr<Stash> stash,
                                                 const ReportDraft &draft) const {
  return std::make_unique<DriveBurner>(std::move(stash), drive_, settings_, draft);
}

Destination::Ended DriveDestination::ended(const std::exception_ptr &outcome,
                                           const Disc &disc, Stash &stash) {
  auto told = rescue_.after(outcome, disc, stash);
  return {std::move(told), rescue_.keeps_stash()};
}

}  // namespace redbook
