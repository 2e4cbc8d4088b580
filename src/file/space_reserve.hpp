/// A little of a disk, for when it is full.
#pragma once

#include <filesystem>

#include "handle.hpp"

namespace redbook {

/// Takes room from the file system of a folder, to give it back when something short has
/// to be written there after all: the sheet of a disc image, the journal of a stash. It
/// is a file without a name, so that nothing is left when the process dies.
class SpaceReserve {
 public:
  /// Room for the longest sheet and packs of CD-TEXT, or a journal of 99 tracks.
  static constexpr off_t bytes = off_t{256} << 10;

  SpaceReserve() = default;
  /// Does without if the file system refuses.
  explicit SpaceReserve(const std::filesystem::path &folder) noexcept;

  /// Gives the room back. Whether there was any to give.
  bool release() noexcept;

 private:
  FileDescriptor file_;
};

}  // namespace redbook
