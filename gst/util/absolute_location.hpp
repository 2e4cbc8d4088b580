/// Where a relative path leads.
#pragma once

#include <filesystem>
#include <string>

namespace redbook {

/// `location` from the root on: a player may change its current folder later. Throws
/// Error (settings) if `location` begins in the current folder, and that is gone.
std::filesystem::path absolute_location(const std::string &location);

}  // namespace redbook
