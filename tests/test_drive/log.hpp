#pragma once

#include <filesystem>

#include "test_drive/command.hpp"

namespace redbook::drive {

/// Adds a line to the drive's log: name, command block, bytes sent or got, outcome.
void log(const std::filesystem::path &, const Command &, const Reply &);

}  // namespace redbook::drive
