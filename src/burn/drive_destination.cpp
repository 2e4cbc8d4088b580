#include "burn/drive_destination.hpp"

#include <utility>

#include "drive/burn_plan.hpp"
#include "error.hpp"

namespace redbook {
namespace {

/// For a disc that is not the first: somebody has to change them.
constexpr std::chrono::seconds time_to_change{600};

DriveStatus checked_status(const RemoteDrive &drive, const DriveSettings &settings,
                           std::chrono::seconds wait) {
  auto status = drive.status({});
  try {
    check_medium(status, settings);
  } catch (const Error &error) {
    if (wait.count() == 0 || error.fault() != Fault::medium) throw;
    status.medium = {};
  }
  status.medium.write_speed = write_speed_for(status.medium, settings);
  return status;
}

}  // namespace

DriveDestination::DriveDestination(const std::string &device,
                                   const DriveSettings &settings,
                                   std::chrono::seconds wait)
    : device_{device},
      drive_{device},
      settings_{settings},
      wait_{wait},
      status_{checked_status(drive_, settings, wait)} {}

std::shared_ptr<Stash> DriveDestination::new_stash() const {
  auto stash = std::make_shared<Stash>(stash_folder());
  stash->hold_reserve();
  return stash;
}

Blocks DriveDestination::capacity() const {
  return settings_.overburn ? max_program_length : room_on(status_.medium);
}

std::chrono::nanoseconds DriveDestination::settle_time() const {
  return std::chrono::seconds{2};
}

std::unique_ptr<Burner> DriveDestination::burner(std::shared_ptr<Stash> stash,
                                                 const std::string & /*name*/,
                                                 const ReportDraft &draft) const {
  auto settings = settings_;
  MediumWait wait{.limit = wait_};
  if (!draft.which.is_first() && !settings.simulate) {
    wait.another = true;
    wait.limit = wait_.count() > 0 ? wait_ : time_to_change;
  }
  if (!draft.which.is_last() && !settings.simulate) settings.eject = true;
  return std::make_unique<DriveBurner>(std::move(stash), drive_, settings, draft, wait);
}

}  // namespace redbook
