/// What becomes of the tracks that were complete when staging failed.
#pragma once

#include <exception>
#include <filesystem>

#include "burn/destination.hpp"
#include "stash/disc_master.hpp"

namespace redbook {

/// To be called when staging has thrown `failure`. If the disk has failed, the closed
/// tracks are kept as those of a burn that failed, and the open one is dropped; what is
/// staged afterwards is another disc. Returns what the user shall hear.
std::exception_ptr keep_closed_tracks(const std::exception_ptr &failure,
                                      DiscMaster &master, Destination &destination);

/// The same if they are staged into the user's own `folder`, which keeps them whatever
/// has failed. An open track stays if it is the only one, or if the disk has not failed.
std::exception_ptr keep_tracks_in(const std::filesystem::path &folder,
                                  const std::exception_ptr &failure, DiscMaster &master,
                                  const Destination &destination);

}  // namespace redbook
