// SPDX-License-Identifier: GPL-2.0-or-later
#include "burner/libburn_drive.hpp"

#include "burn/burn_plan.hpp"
#include "burner/burned_medium.hpp"
#include "burner/libburn_handle.hpp"
#include "burner/libburn_run.hpp"
#include "burner/libburn_status.hpp"

namespace redbook {
namespace {

void stop_here_if_asked(const std::stop_token &stop) {
  if (stop.stop_requested()) throw Cancelled{};
}

void check_erasable(const DriveStatus &drive) {
  const auto &medium = drive.medium;
  if (medium.state == MediumState::none)
    throw Error{Fault::medium, Result::medium_not_present,
                "There is no disc in the drive.", drive.device};
  if (medium.type != MediumType::cd_rw)
    throw Error{Fault::medium, Result::medium_not_erasable,
                "The disc in the drive can't be erased: only a CD-RW can.", drive.device};
}

}  // namespace

LibburnDrive::LibburnDrive(const std::string &device)
    : handle_{std::make_unique<LibburnHandle>(device)} {}

LibburnDrive::~LibburnDrive() = default;

DriveStatus LibburnDrive::status() {
  if (!std::exchange(just_looked_, false)) handle_->look_again();
  return status_of(*handle_);
}

void LibburnDrive::erase_and_look(Blanking kind, BurnObserver &observer) {
  run_erase(*handle_, kind, observer);
  const auto after = status();
  if (after.medium.state != MediumState::blank)
    throw Error{Fault::medium, Result::erase_failed,
                "The drive says that the disc was erased, and it is not blank.",
                after.device};
}

void LibburnDrive::erase(Blanking kind, BurnObserver &observer, std::stop_token stop) {
  if (kind == Blanking::none) return;
  check_erasable(status());
  stop_here_if_asked(stop);
  erase_and_look(kind, observer);
}

void LibburnDrive::eject() {
  handle_->hold_again(LibburnHandle::Tray::open);
  just_looked_ = true;
}

void LibburnDrive::load() {
  handle_->hold_again(LibburnHandle::Tray::close);
  just_looked_ = true;
}

void LibburnDrive::burn(const Disc &disc, const Stash &stash,
                        const DriveSettings &settings, BurnObserver &observer,
                        std::stop_token stop) {
  auto before = status();
  auto plan = plan_burn(disc, before, settings);
  for (const auto &finding : plan.findings) observer.found(finding);
  stop_here_if_asked(stop);
  if (plan.blank != Blanking::none) {
    erase_and_look(plan.blank, observer);
    before = status();
    plan = plan_burn(disc, before, settings);
    stop_here_if_asked(stop);
  }
  observer.chosen(plan.write_mode == WriteMode::sao ? "sao" : "tao", plan.write_speed);
  run_burn(*handle_, disc, stash, settings, plan, before.medium, observer, stop);
  check_burned(disc, plan, settings, status());
  if (settings.eject) eject();
}

}  // namespace redbook
