// SPDX-License-Identifier: GPL-2.0-or-later
/// libburn's objects as C++ has them. Only files called libburn_* include this.
#pragma once

#include <libburn/libburn.h>

#include <cstdlib>
#include <memory>
#include <string>

#include "redbook-burner/libburn/drive_failure.hpp"

namespace redbook {

using namespace burn;  // libburn.h opens it for C++

template <auto release>
struct Releases {
  template <typename T>
  void operator()(T *owned) const noexcept {
    release(owned);
  }
};

/// Of memory that libburn allocates.
struct Frees {
  void operator()(void *memory) const noexcept { std::free(memory); }
};

template <typename T, auto release>
using LibburnOwned = std::unique_ptr<T, Releases<release>>;

using OwnedDisc = LibburnOwned<burn_disc, burn_disc_free>;
using OwnedSession = LibburnOwned<burn_session, burn_session_free>;
using OwnedTrack = LibburnOwned<burn_track, burn_track_free>;
using OwnedSource = LibburnOwned<burn_source, burn_source_free>;
using OwnedOptions = LibburnOwned<burn_write_opts, burn_write_opts_free>;
using OwnedDriveInfo = LibburnOwned<burn_drive_info, burn_drive_info_free>;

/// libburn keeps one queue for all: what it has said since the last call.
LibburnMessages take_messages();

/// A drive that libburn holds, for this process alone.
class LibburnHandle {
 public:
  /// Waits a second, and longer for a drive that is getting ready. Throws Error (drive).
  explicit LibburnHandle(const std::string &device);
  ~LibburnHandle();
  LibburnHandle(const LibburnHandle &) = delete;
  LibburnHandle &operator=(const LibburnHandle &) = delete;

  burn_drive *drive() const noexcept { return info_.get()[0].drive; }
  const burn_drive_info &info() const noexcept { return info_.get()[0]; }
  const std::string &device() const noexcept { return device_; }

  /// Looks at the drive and its medium anew.
  void look_again();

  enum class Tray { as_it_is, open, close };
  /// Lets go of the drive and takes it again, moving its tray in between.
  void hold_again(Tray tray);

 private:
  void release(bool eject);
  [[noreturn]] void fail();

  std::string device_;
  OwnedDriveInfo info_;
  bool held_ = false;
};

}  // namespace redbook
