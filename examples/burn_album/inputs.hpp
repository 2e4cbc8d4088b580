/// From what the user names to what is to be burned.
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "album.hpp"

namespace burn_album {

/// BIN/CUE, cdrdao's TOC or a stash: it is a disc already.
struct DiscImage {
  std::filesystem::path path{};
};

/// Folders and playlists are replaced by what is in them, in its order. A cue sheet or an
/// image stands alone. Throws Failure, which names each file that is not there.
std::variant<Album, DiscImage> meant_by(const std::vector<std::string> &inputs,
                                        const std::string &cue_charset);

}  // namespace burn_album
