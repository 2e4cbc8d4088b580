/// What was asked of one track of an album.
#pragma once

#include <gst/gst.h>

#include <optional>
#include <string>

#include "disc/disc.hpp"
#include "util/owned.hpp"

namespace redbook {

/// Wins over the tags of what comes; empty: nothing was asked.
struct TrackSettings {
  std::string title{};
  std::string performer{};
  std::string composer{};
  std::string isrc{};
  std::optional<bool> gapless{};
  std::optional<bool> pre_emphasis{};
  std::optional<Copy> copy{};
  std::optional<Blocks> pregap{};
};

/// The same as tags; null if nothing was asked.
OwnedTags tags_of(const TrackSettings &settings);

}  // namespace redbook
