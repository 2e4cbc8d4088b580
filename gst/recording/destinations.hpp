/// Where the discs go.
#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <vector>

#include "burn/destination.hpp"
#include "image/image_series.hpp"
#include "recording/settings.hpp"

namespace redbook {

/// The image, or the drives, that the settings mean: the same discs go to all of them.
/// Any thread.
class Destinations {
 public:
  /// Looks at them, at all drives at the same time. `made`: the images that the element
  /// made before. Throws Error if the settings mean none, or if one can't be used.
  Destinations(const Settings &settings, std::shared_ptr<MadeImages> made);

  std::size_t count() const { return all_.size(); }
  Destination &operator[](std::size_t i) const { return *all_[i]; }

  /// What the smallest holds; 0: as much as is asked for.
  Blocks capacity() const;

  // Of the first one, as far as they are the same for all.

  std::shared_ptr<Stash> new_stash() const { return all_.front()->new_stash(); }
  std::filesystem::path stash_folder() const { return all_.front()->stash_folder(); }
  std::optional<DriveStatus> drive() const { return all_.front()->drive(); }
  std::chrono::nanoseconds settle_time() const { return all_.front()->settle_time(); }

 private:
  std::vector<std::unique_ptr<Destination>> all_;
};

}  // namespace redbook
