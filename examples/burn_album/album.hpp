/// What is to be burned, before any of it is decoded.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "units.hpp"

namespace redbook {
struct Sheet;
}

namespace burn_album {

/// Lengths on a disc are counted in blocks of 1/75 second, times in nanoseconds.
using redbook::blocks_per_second;
constexpr std::int64_t nanoseconds_per_second = 1'000'000'000;

/// The blocks that `nanoseconds` of music fill, the last one perhaps not wholly.
constexpr std::int64_t blocks_for(std::int64_t nanoseconds) {
  return (nanoseconds * blocks_per_second + nanoseconds_per_second - 1) /
         nanoseconds_per_second;
}

constexpr std::int64_t time_of(std::int64_t blocks) {
  return blocks * nanoseconds_per_second / blocks_per_second;
}

struct Texts {
  std::string title{};
  std::string performer{};
  std::string songwriter{};
  std::string composer{};
  std::string arranger{};
  std::string message{};
};

/// A file, or whatever else has a URI.
struct Source {
  std::string uri{};
  std::string name{};             ///< as the user gave it
  std::int64_t length = 0;        ///< nanoseconds, as the file announces it
  bool has_exact_length = false;  ///< it counts its samples; others guess by their size
  std::int64_t samples = -1;      ///< of what the disc gets of it; negative: not known
};

/// Silence that a cue sheet asks for.
struct Silence {
  std::int64_t before = 0;  ///< this sample of all sources, one behind the other
  std::int64_t samples = 0;
};

struct Track {
  std::size_t source = 0;   ///< position in the album's sources
  std::int64_t start = 0;   ///< nanoseconds from the beginning of its source, or disc
  std::int64_t length = 0;  ///< nanoseconds, of its pregap too
  Texts texts{};
  std::string isrc{};
  std::int64_t pregap = 0;              ///< blocks of it before index 01
  std::vector<std::int64_t> indexes{};  ///< of index 02 and on, from the disc's beginning
  bool pre_emphasis = false;
  bool four_channel = false;
  std::string copy{};  ///< "permitted" or "scms"
};

/// Whose tracks these are.
enum class Layout {
  files,  ///< each source is a track, or brings a table of contents of its own
  sheet,  ///< the sources are one piece of music, and a cue sheet says where tracks begin
};

struct Album {
  Layout layout = Layout::files;
  std::vector<Source> sources{};
  std::vector<Track> tracks{};
  Texts texts{};
  std::string genre{};
  std::string catalog_number{};
  /// The sheet, which says what its tracks are called, and whose places are known once it
  /// is known how long its files are.
  std::shared_ptr<const redbook::Sheet> sheet{};
  std::string sheet_name{};
  std::vector<Silence> silences{};     ///< in their order
  std::int64_t blocks = 0;             ///< of the disc that a sheet makes
  std::vector<std::string> remarks{};  ///< sentences on what the disc will not have
};

}  // namespace burn_album
