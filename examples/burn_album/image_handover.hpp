/// Discs that are made already, as images or stashes.
#pragma once

#include <filesystem>

#include "arguments.hpp"
#include "failure.hpp"

namespace burn_album {

/// Has redbook-burner burn it, or make another image of it; that talks to the user
/// itself. Throws Failure where it is none that redbook-burner takes, or the arguments
/// ask for more than that.
ExitCode hand_over(const std::filesystem::path &image, const Arguments &arguments);

}  // namespace burn_album
