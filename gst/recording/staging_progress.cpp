#include "recording/staging_progress.hpp"

#include <algorithm>
#include <string>

#include "util/log.hpp"
#include "util/owned.hpp"

namespace redbook {
namespace {

Blocks staged_blocks(const DiscMaster &master) {
  return Blocks::holding(master.open_track_bytes());
}

/// All of it once more, with what is staged already.
ToCome twice(const ToCome &to_come, std::int64_t staged_bytes) {
  return {
      to_come.known_bytes + std::max<std::int64_t>(0, to_come.known_bytes) + staged_bytes,
      2 * to_come.at_most_bytes + staged_bytes};
}

std::string seconds(double value) {
  const OwnedText text{g_strdup_printf("%.2f", value)};
  return text.get();
}

std::string minutes_and_seconds(std::int64_t samples) {
  const auto time = static_cast<double>(samples) / samples_per_second;
  const auto minutes = static_cast<int>(time / 60);
  const OwnedText text{g_strdup_printf("%d:%05.2f", minutes, time - minutes * 60)};
  return text.get();
}

std::string jump_sentence(double jump, const std::string &place) {
  if (jump > 0) return seconds(jump) + " s of audio are missing in " + place;
  return "The audio goes back by " + seconds(-jump) + " s in " + place;
}

}  // namespace

void StagingProgress::watch_space(const DiscMaster &master, Blocks announced,
                                  Outbox &outbox) {
  if (!space_.is_due(master.next_byte())) return;
  const auto known = std::max(announced, master.expected_length());
  ToCome to_come{known.bytes() - master.open_track_bytes(),
                 master.available_audio_track_blocks().bytes()};
  if (staged_copies_ == 2) to_come = twice(to_come, master.next_byte());
  if (const auto shortage = space_.look(*master.stash(), master.next_byte(), to_come))
    outbox.warn(sentence_of(*shortage));
}

void StagingProgress::staged(const DiscMaster &master, Blocks announced, Outbox &outbox) {
  if (master.stash()) watch_space(master, announced, outbox);
  const auto now = g_get_monotonic_time();
  const auto track = master.total_audio_tracks();
  if (track == told_track_ && now - told_at_ < interval) return;
  told_at_ = now;
  told_track_ = track;
  expected_ = master.expected_length();
  outbox.add(
      add_progress_message(outbox.element(), track, staged_blocks(master), expected_));
}

void StagingProgress::closed(int number, const Track &track, std::int64_t padded_samples,
                             Outbox &outbox) {
  GST_INFO_OBJECT(outbox.element(),
                  "track %d: %" G_GINT64_FORMAT " blocks at %" G_GINT64_FORMAT, number,
                  track.length.count(), track.start.value());
  outbox.add(add_progress_message(outbox.element(), number, track.length, expected_));
  outbox.add(track_staged_message(outbox.element(), number, track, padded_samples));
  told_track_ = 0;
}

void StagingProgress::jumped(GstClockTimeDiff jump, const DiscMaster &master,
                             Outbox &outbox) {
  const auto place = "track " + std::to_string(master.total_audio_tracks()) + " at " +
                     minutes_and_seconds(master.open_track_bytes() / bytes_per_sample);
  const auto jump_seconds = static_cast<double>(jump) / GST_SECOND;
  const auto sentence =
      jump_sentence(jump_seconds, place) + ": the input may be damaged.";
  GST_WARNING_OBJECT(outbox.element(), "%s", sentence.c_str());
  if (jumps_told_++ < max_jumps) outbox.warn(sentence);
}

}  // namespace redbook
