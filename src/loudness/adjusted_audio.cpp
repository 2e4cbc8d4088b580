#include "loudness/adjusted_audio.hpp"

#include <algorithm>
#include <utility>

#include "error.hpp"
#include "loudness/gain.hpp"
#include "stash/audio_pieces.hpp"

namespace redbook {
AdjustedAudio::AdjustedAudio(Disc whole, std::shared_ptr<Stash> staged,
                             LoudnessSettings settings, Summing summing,
                             NewStash new_stash)
    : whole_{std::move(whole)},
      staged_{std::move(staged)},
      settings_{settings},
      summing_{summing},
      new_stash_{std::move(new_stash)} {}

bool AdjustedAudio::is_of(const Disc &whole, const std::shared_ptr<Stash> &staged) const {
  const auto same_place = [](const Track &a, const Track &b) {
    return a.start == b.start && a.pregap == b.pregap && a.length == b.length;
  };
  return staged == staged_ &&
         std::equal(whole.tracks.begin(), whole.tracks.end(), whole_.tracks.begin(),
                    whole_.tracks.end(), same_place);
}

double AdjustedAudio::gain_of(std::size_t track, const LoudnessSurvey &survey) const {
  const bool by_track = settings_.mode == LoudnessMode::track;
  return gain_towards(settings_, by_track ? survey.tracks[track] : survey.whole);
}

void AdjustedAudio::write_tracks(AudioWriter &writer, const LoudnessSurvey &survey,
                                 const WorkDone &done,
                                 const std::stop_token &stop) const {
  for (std::size_t i = 0; i < whole_.tracks.size(); ++i) {
    const auto &track = whole_.tracks[i];
    const auto gain = gain_of(i, survey);
    writer.track_starts((track.index_1() - Lba{0}).bytes());
    for_each_piece(*staged_, track.start, track.end(), [&](auto piece, Lba at) {
      if (stop.stop_requested()) throw Cancelled{};
      apply_gain(piece, at, gain);
      writer.append(piece);
      done(at - Lba{0} + Blocks::whole(size_of(piece)), whole_.length());
    });
  }
  writer.flush();
}

void AdjustedAudio::make(const WorkDone &done, const std::stop_token &stop) {
  const std::lock_guard lock{mutex_};
  if (made_) return;
  Blocks surveyed;
  auto survey = survey_loudness(
      *staged_, whole_,
      [&](Blocks completed, Blocks total) {
        surveyed = total;
        done(completed, total + whole_.length());
      },
      stop);
  auto writer = std::make_unique<AudioWriter>(new_stash_(), summing_);
  write_tracks(
      *writer, survey,
      [&](Blocks completed, Blocks total) {
        done(surveyed + completed, surveyed + total);
      },
      stop);
  survey_ = std::move(survey);
  made_ = std::move(writer);
}

std::shared_ptr<Stash> AdjustedAudio::stash() const {
  const std::lock_guard lock{mutex_};
  return made_ ? made_->stash() : nullptr;
}

std::optional<DiscSums> AdjustedAudio::sums_of(const Disc &disc, Blocks offset) const {
  const std::lock_guard lock{mutex_};
  return made_->sums_of(disc, offset);
}

DiscLoudness AdjustedAudio::loudness_of(const Disc &disc, Blocks offset) const {
  const std::lock_guard lock{mutex_};
  DiscLoudness loudness{settings_, survey_.whole, {}};
  for (const auto &track : disc.tracks) {
    const auto behind = std::upper_bound(
        whole_.tracks.begin(), whole_.tracks.end(), track.start + offset,
        [](Lba place, const Track &other) { return place < other.start; });
    const auto i = static_cast<std::size_t>(behind - whole_.tracks.begin()) - 1;
    loudness.tracks.push_back({survey_.tracks[i], gain_of(i, survey_)});
  }
  return loudness;
}

}  // namespace redbook
