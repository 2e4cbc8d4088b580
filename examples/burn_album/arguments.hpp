/// What the user asks for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "failure.hpp"

namespace burn_album {

struct Arguments {
  std::vector<std::string> inputs{};

  std::vector<std::string> devices{};
  std::string output{};
  std::string image_format = "auto";
  bool list = false;  ///< show the tracks, and burn nothing

  std::string title{};
  std::string performer{};
  std::string genre{};
  std::string catalog_number{};
  std::string language{};
  bool gapless = false;
  double gap_seconds = 0;
  bool no_cd_text = false;
  std::string cue_charset{};  ///< empty: to be guessed

  bool simulate = false;
  std::string verify{};  ///< empty: quick on a drive, else none
  std::string blank = "none";
  std::string write_mode = "auto";
  int write_speed = 0;  ///< blocks a second; 0: the fastest
  unsigned copies = 1;
  unsigned wait_seconds = 0;
  std::int64_t capacity = 0;  ///< blocks; 0: as the medium, else 80 minutes
  bool overburn = false;
  bool eject = false;
  bool ignore_damage = false;
  std::string report{};

  bool json = false;

  bool has_destination() const { return !devices.empty() || !output.empty(); }
  std::int64_t gap_blocks() const;
};

/// Nothing where the program is to end with `code` right away; then the user has been
/// told why, or was shown what was asked for.
std::optional<Arguments> parse_arguments(int count, char **words, ExitCode &code);

}  // namespace burn_album
