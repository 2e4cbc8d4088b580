/// What becomes of the tracks that were complete when staging failed.
#pragma once

#include <exception>

#include "burn/destination.hpp"
#include "stash/disc_master.hpp"

namespace redbook {

/// To be called when staging has thrown `failure`. If the disk has failed, the closed
/// tracks are kept as those of a burn that failed, and the open one is dropped; what is
/// staged afterwards is another disc. Returns what the user shall hear.
std::exception_ptr keep_closed_tracks(const std::exception_ptr &failure,
                                      DiscMaster &master, Destination &destination);

}  // namespace redbook
