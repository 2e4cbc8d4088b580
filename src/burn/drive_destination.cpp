#include "burn/drive_destination.hpp"

#include <glib.h>

#include <utility>

#include "burn/burn_plan.hpp"
#include "error.hpp"

namespace redbook {
namespace {

DriveStatus looked_at(const RemoteDrive &drive, const DriveSettings &settings) {
  auto status = drive.status({});
  check_medium(status, settings);
  status.medium.write_speed = write_speed_for(status.medium, settings);
  return status;
}

}  // namespace

std::filesystem::path cache_folder() {
  const std::filesystem::path folder{std::filesystem::path{g_get_user_cache_dir()} /
                                     "redbooksink"};
  constexpr int for_the_user_only = 0700;
  if (g_mkdir_with_parents(folder.c_str(), for_the_user_only) != 0)
    throw Error::of_errno(Fault::stash,
                          "The folder for the audio cannot be made: set XDG_CACHE_HOME "
                          "to one that can.",
                          folder.string());
  return folder;
}

DriveDestination::DriveDestination(const std::string &device,
                                   const DriveSettings &settings)
    : drive_{device}, settings_{settings}, status_{looked_at(drive_, settings)} {}

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

}  // namespace redbook
