/// Where a disc goes.
#pragma once

#include <chrono>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "burn/burner.hpp"
#include "burn/rescue.hpp"
#include "drive/drive.hpp"
#include "report/report.hpp"
#include "stash/stash.hpp"

namespace redbook {

/// An image or a drive: looked at before anything is staged, so that what stands against
/// it is found before an hour of music has gone by. Any thread.
class Destination {
 public:
  virtual ~Destination() = default;

  /// For people: the sheet of the `disc`-th image, from 1 on, of those that are made
  /// next; the drive's device.
  virtual std::string name(int disc) const = 0;

  /// The file that the stash of one disc becomes; empty: none.
  virtual std::filesystem::path audio_file() const { return {}; }

  /// image; or auto, sao, tao, as long as the drive has not chosen.
  virtual const char *write_mode() const = 0;

  /// A new, empty stash where the burn wants it. Throws Error (stash).
  virtual std::shared_ptr<Stash> new_stash() const = 0;

  /// Where its stash lies, and one that is kept after a failure. Throws Error (stash).
  virtual std::filesystem::path stash_folder() const = 0;

  /// What it holds; 0: as much as is asked for.
  virtual Blocks capacity() const { return {}; }

  /// The drive as it was looked at; nothing for an image.
  virtual std::optional<DriveStatus> drive() const { return std::nullopt; }

  /// How long an error upstream, or a change of mind, has between the end of the music
  /// and the burn.
  virtual std::chrono::nanoseconds settle_time() const = 0;

  /// A burner of the disc that the draft is of, onto what name() called `name` when the
  /// burn was planned; its audio is at the start of `stash`.
  /// A burner that outlives this process writes the report `draft`; else the caller does.
  virtual std::unique_ptr<Burner> burner(std::shared_ptr<Stash> stash,
                                         const std::string &name,
                                         const ReportDraft &draft) const = 0;

  /// To be called when a burn of the disc `which` of `whole` has ended, on its thread.
  /// One at a time, unlike the rest.
  BurnEnd after_burn(const std::exception_ptr &outcome, const Disc &whole, Stash &stash,
                     const WhichDisc &which) {
    if (!keeps_stash_) rescue_.emplace(new_rescue());
    auto end = rescue_->after(outcome, whole, stash, which);
    keeps_stash_ = end.keeps_stash;
    return end;
  }

  /// To be called instead if the audio is kept in the user's own `folder` whatever
  /// happens. Returns what the user shall hear.
  std::exception_ptr outcome_with_audio_in(const std::filesystem::path &folder,
                                           const std::exception_ptr &outcome,
                                           const WhichDisc &which,
                                           LastTrack last_track) const {
    return new_rescue().pointing_to(folder, outcome, which, last_track);
  }

 private:
  /// For a burn of what has the name of the first disc now.
  virtual Rescue new_rescue() const = 0;

  std::optional<Rescue> rescue_;
  bool keeps_stash_ = false;
};

}  // namespace redbook
