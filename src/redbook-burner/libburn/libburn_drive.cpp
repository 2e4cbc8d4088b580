// SPDX-License-Identifier: GPL-2.0-or-later
#include "redbook-burner/libburn/libburn_drive.hpp"

#include "drive/burn_plan.hpp"
#include "redbook-burner/libburn/libburn_disc_reader.hpp"
#include "redbook-burner/libburn/libburn_handle.hpp"
#include "redbook-burner/libburn/libburn_run.hpp"
#include "redbook-burner/libburn/libburn_status.hpp"
#include "redbook-burner/libburn/medium_check.hpp"
#include "redbook-burner/libburn/program_area_reader.hpp"
#include "verify/disc_comparison.hpp"

namespace redbook {
namespace {

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
  throw_if_stopped(stop);
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

/// `changes`: how often the drive had told of another medium before the burn.
void LibburnDrive::look_at_burned(const Disc &disc, const BurnPlan &plan,
                                  const DriveSettings &settings, int changes) {
  const auto after = status();
  try {
    check_burned(disc, plan, settings, after);
  } catch (const Error &seen) {
    const bool known = after.medium.state == MediumState::none ||
                       after.medium.state == MediumState::blank;
    if (known || CommandWatch::of_process().medium_changes() == changes) throw;
    throw changed_disc(seen, after);
  }
}

void LibburnDrive::verify_medium(const Disc &disc, const Stash &stash,
                                 const DriveSettings &settings, WriteMode mode,
                                 BurnObserver &observer, const std::stop_token &stop) {
  const Watched watched{Watched::Tray::locked};
  const ProgramAreaReader audio{stash, disc.length(), settings.write_offset};
  const auto sent = [&](std::int64_t first, std::span<std::byte> into) {
    audio.read(first * bytes_per_sample, into);
  };
  LibburnDiscReader reader{*handle_};
  const auto findings = redbook::verify({disc, sent, settings.write_offset, mode},
                                        settings.verify, reader, observer, stop);
  for (const auto &finding : findings) observer.on(event::Found{finding});
  if (has_error(findings)) throw error_of(findings, handle_->device());
}

void LibburnDrive::verify(const Disc &disc, const Stash &stash,
                          const DriveSettings &settings, BurnObserver &observer,
                          const std::stop_token &stop) {
  const auto now = status();
  const auto refuse = [&](Result result, const char *sentence) {
    throw Error{Fault::medium, result, sentence, now.device};
  };
  if (now.medium.state == MediumState::none)
    refuse(Result::medium_not_present, "There is no disc in the drive.");
  if (now.medium.tracks.empty())
    refuse(Result::verification_failed, "There is nothing on the disc in the drive.");
  verify_medium(disc, stash, settings, mode_of(disc, contents_of(handle_->drive())),
                observer, stop);
}

void LibburnDrive::burn(const Disc &disc, const Stash &stash,
                        const DriveSettings &settings, BurnObserver &observer,
                        std::stop_token stop) {
  auto before = status();
  auto plan = plan_burn(disc, before, settings);
  for (const auto &finding : plan.findings) observer.on(event::Found{finding});
  throw_if_stopped(stop);
  if (plan.blank != Blanking::none) {
    erase_and_look(plan.blank, observer);
    before = status();
    plan = plan_burn(disc, before, settings);
    throw_if_stopped(stop);
  }
  observer.on(event::Chosen{plan.write_mode, plan.write_speed});
  const int changes = CommandWatch::of_process().medium_changes();
  run_burn(*handle_, disc, stash, settings, plan, before.medium, observer, stop);
  look_at_burned(disc, plan, settings, changes);
  if (settings.verify != Verify::none && !settings.simulate)
    verify_medium(disc, stash, settings, plan.write_mode, observer, stop);
  if (settings.eject) eject();
}

}  // namespace redbook
