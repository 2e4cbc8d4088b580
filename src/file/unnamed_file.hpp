/// Files that go with their process.
#pragma once

#include <filesystem>

#include "handle.hpp"

namespace redbook {

/// A new, empty file in `folder` that has no name; or, if the file system has no such
/// files, one with a hidden name, which `name` gets: whoever makes the next one there
/// removes it once its process is dead. Without a file, errno says why.
FileDescriptor new_unnamed_file(const std::filesystem::path &folder,
                                std::filesystem::path &name) noexcept;

}  // namespace redbook
