// SPDX-License-Identifier: GPL-2.0-or-later
/// A disc as libburn has it.
#pragma once

#include <vector>

#include "redbook-burner/libburn/libburn_source.hpp"

namespace redbook {

/// The layout of `disc`, in one session: what track at once can't hold is left out there
/// (burn_plan says so). Throws Error (layout) if libburn would not do what it is told.
class LibburnLayout {
 public:
  /// `audio` and `failure` must outlive the burn.
  LibburnLayout(const Disc &disc, WriteMode mode, const ProgramAreaReader &audio,
                SourceFailure &failure);

  burn_disc *disc() const noexcept { return disc_.get(); }

  /// Catalogue number and packs of CD-TEXT go with the options.
  void add_to(burn_write_opts *options) const;

  /// The first track of which not all was read and written, 0 if there is none.
  int incomplete_track() const;

 private:
  void add_track(const Track &track, const ProgramAreaReader &audio,
                 SourceFailure &failure);
  void add_indexes(const Track &track, burn_track *to) const;

  const Disc &layout_;
  WriteMode mode_;
  OwnedDisc disc_{burn_disc_create()};
  OwnedSession session_{burn_session_create()};
  std::vector<OwnedTrack> tracks_;
};

}  // namespace redbook
