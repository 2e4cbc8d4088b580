/// Where audio lies that no image will adopt.
#pragma once

#include <filesystem>

namespace redbook {

/// redbooksink in the user's cache folder; made if it is missing, for the user alone. One
/// that is a link, or that somebody else owns or may write into, is refused. Throws Error
/// (stash).
std::filesystem::path cache_folder();

}  // namespace redbook
