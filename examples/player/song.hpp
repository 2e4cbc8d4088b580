/// What the list is made of.
#pragma once

#include <cstdint>
#include <string>

namespace player {

constexpr std::int64_t nanoseconds_per_second = 1'000'000'000;
constexpr std::int64_t blocks_per_second = 75;

/// How far it is known what is in a file.
enum class Known { not_yet, yes, unreadable };

/// A file in the list.
struct Song {
  int id = 0;  ///< the same file may be there twice
  std::string uri{};
  std::string title{};
  std::string performer{};
  std::int64_t duration = 0;  ///< nanoseconds
  Known known = Known::not_yet;

  /// 1/75 s, the unit of a disc's table of contents; the last one is not full.
  std::int64_t blocks() const {
    return (duration * blocks_per_second + nanoseconds_per_second - 1) /
           nanoseconds_per_second;
  }

  friend bool operator==(const Song &, const Song &) = default;
};

/// What is found in a file.
struct SongFacts {
  std::string uri{};
  std::string title{};
  std::string performer{};
  std::int64_t duration = 0;  ///< nanoseconds
  bool is_readable = false;
};

}  // namespace player
