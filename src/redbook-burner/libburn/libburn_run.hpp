// SPDX-License-Identifier: GPL-2.0-or-later
/// libburn at work, watched from outside.
#pragma once

#include <stop_token>

#include "drive/burn_plan.hpp"
#include "redbook-burner/libburn/libburn_handle.hpp"

namespace redbook {

/// Burns `disc` as planned; blocks until the disc is closed. Throws Error, or Cancelled
/// if a stop was requested before the closing.
void run_burn(const LibburnHandle &handle, const Disc &disc, const Stash &stash,
              const DriveSettings &settings, const BurnPlan &plan, const Medium &medium,
              BurnObserver &observer, const std::stop_token &stop);

/// Erases the medium; can't be stopped.
void run_erase(const LibburnHandle &handle, Blanking kind, BurnObserver &observer);

}  // namespace redbook
