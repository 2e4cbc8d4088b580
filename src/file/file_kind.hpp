/// What a name in a folder stands for.
#pragma once

#include <filesystem>
#include <string>

namespace redbook {

/// "a file", "a folder", "a link", "a FIFO", "a socket", "a device".
std::string file_kind(const std::filesystem::file_status &status);

/// Throws Error (settings) if something is called `name` that is no regular file, and so
/// must not be replaced by one: a folder, a link, a FIFO, a socket or a device.
void check_replaceable(const std::filesystem::path &name);

}  // namespace redbook
