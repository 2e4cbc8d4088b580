// SPDX-License-Identifier: GPL-2.0-or-later
/// The look at the medium after a burn.
#pragma once

#include "drive/burn_plan.hpp"
#include "error.hpp"

namespace redbook {

/// Throws Error (medium) if there is no disc any more, or a blank one.
void check_there(const DriveStatus &after);

/// Throws Error (medium) unless `after` is what the burn of `disc` had to make: closed,
/// or appendable, or blank still after a simulation, and with the tracks in their places.
void check_burned(const Disc &disc, const BurnPlan &plan, const DriveSettings &settings,
                  const DriveStatus &after);

/// The error if that goes wrong and the drive has told of another medium.
Error changed_disc(const Error &seen, const DriveStatus &after);

}  // namespace redbook
