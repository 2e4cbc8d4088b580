/// Small files, read whole.
#pragma once

#include <filesystem>
#include <string>

namespace redbook {

/// What is in the file `name`. Throws Error (image) if it can't be read, is no regular
/// file, or is longer than `max_bytes`.
std::string contents_of(const std::filesystem::path &name, std::int64_t max_bytes);

}  // namespace redbook
