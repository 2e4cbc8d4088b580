// SPDX-License-Identifier: GPL-2.0-or-later
/// What went wrong on a drive, in words for the user.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "drive/drive.hpp"
#include "error.hpp"
#include "redbook-burner/libburn/command_watch.hpp"

namespace redbook {

/// Something that libburn had to say. Its ranks, as far as they matter here.
struct LibburnMessage {
  enum class Severity { note, sorry, failure };
  Severity severity = Severity::note;  ///< sorry: a call was refused; failure: or worse
  int code = 0;
  std::string text{};
};
using LibburnMessages = std::vector<LibburnMessage>;

/// Whether one of them is a failure.
bool tell_of_failure(const LibburnMessages &messages);

/// All that is known of a failure.
struct DriveFailure {
  std::string device{};
  const char *stage = "burning";  ///< also opening, erasing, closing: what was going on
  std::optional<CommandFault> fault{};
  bool out_of_time = false;
  LibburnMessages messages{};
  std::string consequence{};  ///< a sentence on what became of the disc; may be empty
};

/// The error that `failure` is; there always is one.
Error error_of(const DriveFailure &failure);

/// What became of a disc whose burn has ended early.
std::string medium_state_after(const Medium &medium, bool simulated, bool written);

}  // namespace redbook
