// SPDX-License-Identifier: GPL-2.0-or-later
/// Where libburn gets the audio of a track.
#pragma once

#include <exception>

#include "redbook-burner/libburn/libburn_handle.hpp"
#include "redbook-burner/libburn/program_area_reader.hpp"

namespace redbook {

/// What could not be read while a disc was burned; shared by the sources of its tracks.
/// Written by libburn's thread, read after it has ended.
struct SourceFailure {
  burn_drive *drive = nullptr;  ///< to be told to stop
  std::exception_ptr error{};
};

/// `audio` from `start` on, so long. libburn takes a failing source for one that is at
/// its end and goes on with silence: this one stops the burn instead. `audio` and
/// `failure` must outlive it.
OwnedSource source_of(const ProgramAreaReader &audio, Lba start, Blocks length,
                      SourceFailure &failure);

}  // namespace redbook
