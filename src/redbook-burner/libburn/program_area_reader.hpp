// SPDX-License-Identifier: GPL-2.0-or-later
/// The audio of a disc in the order it goes to the drive.
#pragma once

#include <cstdint>
#include <span>

#include "stash/stash.hpp"
#include "units.hpp"

namespace redbook {

/// Reads the program of a disc, which is `length` long, from its stash, `early` samples
/// early: what that leaves out at one end is silence at the other. Throws Error (stash).
class ProgramAreaReader {
 public:
  ProgramAreaReader(const Stash &stash, Blocks length, int early);

  /// Fills `into` with what is to be recorded from `offset` bytes behind LBA 0 on.
  void read(std::int64_t offset, std::span<std::byte> into) const;

 private:
  void ask_for(std::int64_t offset) const noexcept;

  const Stash &stash_;
  std::int64_t length_;
  std::int64_t early_;
};

}  // namespace redbook
