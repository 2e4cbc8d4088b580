// SPDX-License-Identifier: GPL-2.0-or-later
/// What redbook-burner is asked to do.
#pragma once

#include <optional>
#include <string>

#include "drive/drive.hpp"
#include "redbook-burner/disc_selection.hpp"

namespace redbook {

/// How the program ends; `--help` lists them.
enum class ExitCode {
  done = 0,
  internal = 1,      ///< a fault of the program
  usage = 2,         ///< the command line is wrong
  drive = 3,         ///< the drive can't be used, or has failed
  medium = 4,        ///< the disc in the drive won't do
  image = 5,         ///< the image can't be read, or no disc can be made of it
  cancelled = 6,     ///< by a signal
  verification = 7,  ///< the disc was compared, and is not what it should be
};

enum class Action {
  list,
  probe,
  erase,
  eject,
  load,
  burn,
  verify,
  serve,
  stash_info,
  stash_repair,
  export_image
};

struct CommandLine {
  Action action = Action::burn;
  std::string device{};  ///< or the stash or image that is worked on
  std::string image{};
  DiscChoice disc{};    ///< of the image or stash
  int descriptor = -1;  ///< to serve on
  Blanking erasing = Blanking::fast;
  bool json = false;
  DriveSettings settings{};
};

/// What the words of main() say; or, if they ask for help or are wrong, the code to
/// end with, after this has written why.
std::optional<CommandLine> parse_command_line(int count, char **words, ExitCode &code);

}  // namespace redbook
