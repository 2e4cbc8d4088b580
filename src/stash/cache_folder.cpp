#include "stash/cache_folder.hpp"

#include <glib.h>

#include "error.hpp"
#include "stash/stash_directory.hpp"

namespace redbook {

std::filesystem::path cache_folder() {
  const std::filesystem::path folder{std::filesystem::path{g_get_user_cache_dir()} /
                                     "redbooksink"};
  constexpr int for_the_user_only = 0700;
  if (g_mkdir_with_parents(folder.c_str(), for_the_user_only) != 0)
    throw Error::of_errno(
        Fault::stash,
        "The folder for the audio cannot be made: set XDG_CACHE_HOME to one that can.",
        folder.string());
  try {
    return StashDirectory::own(folder).path();
  } catch (const Error &error) {
    throw Error{
        Fault::stash, error.result(),
        "The folder for the audio in the cache is not yours alone: remove it, or set XDG_CACHE_HOME to another one.",
        error.detail() + ": " + error.what()};
  }
}

}  // namespace redbook
