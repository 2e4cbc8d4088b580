/// Names of what is made under another name than its own.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace redbook {

/// A free, hidden name beside `target`.
std::filesystem::path name_beside(const std::filesystem::path &target);

/// Whether name_beside() may have made the file name `name` for a `target`.
bool is_name_beside(std::string_view name, std::string_view target);

/// What mkdtemp(3) and mkostemp(3) make names of that begin with `prefix`.
std::string name_template(const std::filesystem::path &folder, std::string_view prefix);

/// Whether the file name `name` may be of such a template.
bool is_of_template(std::string_view name, std::string_view prefix);

}  // namespace redbook
