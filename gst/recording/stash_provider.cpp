#include "recording/stash_provider.hpp"

#include <utility>

#include "burn/staging_rescue.hpp"
#include "stash/stash_folder.hpp"
#include "text/shell_word.hpp"
#include "util/absolute_location.hpp"

namespace redbook {

// A player may change its folder meanwhile.
StashProvider::StashProvider(const Settings &settings, const Destinations &destinations)
    : destinations_{destinations},
      keeps_stash_{settings.stash_outlives_burn()},
      kept_{settle_stashes(destinations.stash_folder())},
      first_{destinations.new_stash()} {
  if (settings.stash_location.empty()) return;
  location_ = absolute_location(settings.stash_location);
  folder_ = std::make_shared<StagingFolder>(location_, first_->lead_bytes());
  first_ = nullptr;
}

std::shared_ptr<Stash> StashProvider::new_stash() {
  if (folder_) return folder_->new_stash();
  return first_ ? std::exchange(first_, nullptr) : destinations_.new_stash();
}

void StashProvider::resume(DiscMaster &master, Outbox &outbox) const {
  for (const auto &stash : kept_)
    outbox.warn(
        "Audio of an earlier burn is still there: its process ended before it could say so. The details have the command that tells what it is.",
        "redbook-burner --stash-info " + shell_word(stash.string()));
  if (!folder_ || !folder_->has_tracks()) return;
  const auto count = folder_->tracks().size();
  master.resume(folder_->tracks(), folder_->staged_bytes());
  outbox.warn("The stash holds " + std::to_string(count) +
                  (count == 1 ? " track" : " tracks") +
                  " already: the music goes on behind. The action clear drops them.",
              location_.string());
  if (const int kept = folder_->kept_track())
    outbox.warn(
        "Track " + std::to_string(kept) +
            " was being staged when an earlier process ended: it is as long as its audio that was there.",
        location_.string());
}

void StashProvider::describe(const Disc &disc) {
  if (!folder_) return;
  folder_->describe(disc);
  if (const auto audio = destinations_[0].audio_file(); !audio.empty())
    folder_->is_adopted_by({destinations_[0].name(1), audio.string(), keeps_stash_});
}

std::exception_ptr StashProvider::after_staging(const std::exception_ptr &failure,
                                                DiscMaster &master) {
  if (folder_) return keep_tracks_in(location_, failure, master, destinations_[0]);
  return keep_closed_tracks(failure, master, destinations_[0]);
}

BurnEnd StashProvider::after_burn(const std::exception_ptr &outcome, std::size_t run,
                                  const Disc &whole, const AudioToBurn &audio,
                                  const WhichDisc &which) {
  auto &destination = destinations_[run];
  if (const auto adjusted = audio.adjusted ? audio.adjusted->stash() : nullptr)
    return {destination.after_burn(outcome, whole, *adjusted, which).outcome, false};
  if (folder_)
    return {
        destination.outcome_with_audio_in(location_, outcome, which, LastTrack::complete),
        false};
  return destination.after_burn(outcome, whole, *audio.staged, which);
}

}  // namespace redbook
