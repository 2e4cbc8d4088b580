// SPDX-License-Identifier: GPL-2.0-or-later
/// What is read of a disc by commands of our own: libburn has no call for codes, and does
/// not say why it could not read audio.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "redbook-burner/libburn/command_fault.hpp"
#include "units.hpp"

namespace redbook {

/// The most that drives and kernels read in one go, 56 KB.
inline constexpr Blocks max_read{24};

/// Fills `into`, up to max_read blocks, with the audio from `first` on. How that failed,
/// if it has. The drive must be open.
std::optional<CommandFault> read_audio(Lba first, std::span<std::byte> into);

/// Fills `into` with the formatted Q data of blocks from `first` on, 16 bytes each, as
/// they pass along with the audio. As many as read_audio() reads.
std::optional<CommandFault> read_formatted_q(Lba first, std::span<std::byte> into);

/// The catalogue number, or the ISRC of a track, as the drive finds it in the Q channel:
/// empty if it finds none, nothing if it does not look.
struct ReadCode {
  std::optional<std::string> text{};
  std::optional<CommandFault> fault{};  ///< why there is no text, if it is a failure
};
ReadCode read_mcn();
ReadCode read_isrc(int track);

}  // namespace redbook
