/// Where the disc is made.
#pragma once

#include <cstdint>
#include <string>

namespace player {

/// What blank discs hold, in blocks of 1/75 s.
constexpr std::int64_t blocks_of_74_minutes = 333'000;
constexpr std::int64_t blocks_of_80_minutes = 359'849;

/// A drive, or an image; an image without a name is asked for.
struct Destination {
  std::string device{};
  std::string location{};

  bool is_image() const { return device.empty(); }
  bool is_complete() const { return !device.empty() || !location.empty(); }

  /// A path under /dev is a drive, any other an image.
  static Destination at(const std::string &path) {
    if (path.starts_with("/dev/")) return {.device = path};
    return {.location = path};
  }
  std::string path() const { return is_image() ? location : device; }

  friend bool operator==(const Destination &, const Destination &) = default;
};

}  // namespace player
