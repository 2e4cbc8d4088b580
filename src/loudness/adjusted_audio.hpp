/// Staged audio, made as loud as it is wanted.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "disc/disc.hpp"
#include "loudness/loudness.hpp"
#include "loudness/loudness_survey.hpp"
#include "stash/audio_writer.hpp"

namespace redbook {

/// The audio that goes onto a disc in place of the staged one. The tracks are measured,
/// and written with their gain into a stash of their own: what is staged is not touched,
/// so nothing is lost whatever happens meanwhile, and another burn, with more tracks,
/// begins from the audio as it came. Made once, for all burns that want it. Any thread.
class AdjustedAudio {
 public:
  /// A new, empty stash for it.
  using NewStash = std::function<std::shared_ptr<Stash>()>;

  /// Of the tracks of `whole`, which are in `staged`. Nothing is staged there any more
  /// while make() goes on.
  AdjustedAudio(Disc whole, std::shared_ptr<Stash> staged, LoudnessSettings settings,
                Summing summing, NewStash new_stash);

  /// Whether it is, or would be, that of these tracks.
  bool is_of(const Disc &whole, const std::shared_ptr<Stash> &staged) const;

  /// Makes it, or waits until another thread has, or has given up. Throws Error (stash),
  /// Cancelled soon after `stop`; the next call tries again then.
  void make(const WorkDone &done, const std::stop_token &stop);

  /// Null until it is made.
  std::shared_ptr<Stash> stash() const;

  // Once it is made.

  /// The checksums of `disc`, which begins at `offset`; nothing if none are wanted.
  std::optional<DiscSums> sums_of(const Disc &disc, Blocks offset = {}) const;
  /// What the tracks of `disc` came with. A part of a track has what the track has.
  DiscLoudness loudness_of(const Disc &disc, Blocks offset = {}) const;

 private:
  void write_tracks(AudioWriter &writer, const LoudnessSurvey &survey,
                    const WorkDone &done, const std::stop_token &stop) const;
  double gain_of(std::size_t track, const LoudnessSurvey &survey) const;

  const Disc whole_;
  const std::shared_ptr<Stash> staged_;
  const LoudnessSettings settings_;
  const Summing summing_;
  const NewStash new_stash_;

  mutable std::mutex mutex_;  // guards the rest; held while it is made
  std::unique_ptr<AudioWriter> made_;
  LoudnessSurvey survey_;
};

}  // namespace redbook
