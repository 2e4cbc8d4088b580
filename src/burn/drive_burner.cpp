#include "burn/drive_burner.hpp"

#include <utility>

namespace redbook {

DriveBurner::DriveBurner(std::shared_ptr<Stash> stash, RemoteDrive drive,
                         DriveSettings settings, ReportDraft report, MediumWait wait)
    : stash_{std::move(stash)},
      drive_{std::move(drive)},
      settings_{settings},
      report_{std::move(report)},
      wait_{wait} {}

void DriveBurner::burn(const Disc &disc, BurnObserver &observer, std::stop_token stop) {
  if (wait_.limit.count() > 0)
    wait_for_medium({[&] { return drive_.status(stop); }, [&] { drive_.eject(stop); }},
                    disc, settings_, wait_, observer, stop);
  drive_.burn(disc, *stash_, settings_, report_, observer, stop);
}

}  // namespace redbook
