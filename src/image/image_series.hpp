/// What the images of one element are called.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "image/image_format.hpp"

namespace redbook {

/// A location, in whose name there may be a number: album-%02d.cue, as multifilesink has
/// it. %% is a percent sign. Folders have their names as they are.
class ImageLocation {
 public:
  /// Throws Error (settings) for another %.
  explicit ImageLocation(const std::filesystem::path &location);

  bool is_numbered() const { return digits_.has_value(); }
  std::filesystem::path with(int number) const;

 private:
  std::filesystem::path folder_;
  std::string before_;
  std::optional<std::size_t> digits_;  ///< at least so many; none: there is no number
  std::string after_;
};

/// The location that means this very file, whatever % its name has.
std::string literal_location(const std::filesystem::path &file);

/// The images that one element has made since there is such an element. Any thread.
class MadeImages {
 public:
  bool has(const std::filesystem::path &sheet) const;
  void add(const std::filesystem::path &sheet);

 private:
  mutable std::mutex mutex_;  // guards the rest
  std::set<std::filesystem::path> sheets_;
};

/// The images at one location, one after another. Any thread.
class ImageSeries {
 public:
  ImageSeries(const std::filesystem::path &location, ImageFormat format,
              std::shared_ptr<MadeImages> made)
      : location_{location}, format_{format}, made_{std::move(made)} {}

  /// Where the `disc`-th of the next images goes, from 1 on: the numbers of those that
  /// were made are passed over. Without numbers see numbered().
  std::filesystem::path sheet(int disc) const;

 private:
  ImageLocation location_;
  ImageFormat format_;
  std::shared_ptr<MadeImages> made_;
};

}  // namespace redbook
