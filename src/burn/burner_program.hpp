/// Where the program redbook-burner is.
#pragma once

#include <filesystem>

namespace redbook {

/// The program to start: what the environment variable REDBOOK_BURNER names; else the one
/// beside the plugin, or where the build tree has it from there; else the installed one.
/// Throws Error (drive) if it is missing or can't be run.
std::filesystem::path burner_program();

}  // namespace redbook
