#include "verify/audio_findings.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "result.hpp"
#include "text/number_text.hpp"

namespace redbook {
namespace {

std::string samples(std::int64_t count) {
  return std::to_string(count) + (count == 1 ? " sample" : " samples");
}

/// "667 samples late", "in its place".
std::string how_late(int shift) {
  if (shift == 0) return "in its place";
  return samples(std::abs(shift)) + (shift > 0 ? " late" : " early");
}

Finding shift_finding(const AudioComparison &comparison) {
  const auto late = how_late(comparison.shift);
  if (comparison.alignment.decided)
    return {"VERIFY_SHIFT",
            Severity::note,
            0,
            "its audio is read " + late + ", as the drive's offsets make it.",
            "It was compared there.",
            0};
  const auto count = comparison.alignment.shifts.size();
  return {
      "VERIFY_SHIFT_UNDECIDED",
      Severity::note,
      0,
      "its audio does not tell how far the drive shifts it: it is silent, repeats itself, or is another.",
      count == 1 ? "It was compared " + late + "."
                 : "It was compared at " + std::to_string(count) +
                       " shifts that may be, and fits best " + late + ".",
      0};
}

void add_lost(const AudioComparison &comparison, const SentDisc &sent,
              Findings &findings) {
  const auto add = [&](std::int64_t count, const char *where, std::int64_t loud) {
    if (count == 0) return;
    findings.push_back({"VERIFY_LOST_SAMPLES",
                        loud > 0 ? Severity::warning : Severity::note, 0,
                        samples(count) + " " + where, "They were not compared.", 0});
  };
  const bool apart = sent.mode == WriteMode::tao;
  const auto loud = comparison.lost_audio;
  add(comparison.lost_at_start,
      apart ? "at the start of each track lie before what is read of it."
            : "at its start lie before what the drive reads.",
      loud);
  add(comparison.lost_at_end,
      apart ? "at the end of each track lie behind what is read of it."
            : "at its end lie behind what the drive reads.",
      loud);
  add(std::max(0, sent.write_offset), "at its start were left out by the write offset.",
      0);
  add(std::max(0, -sent.write_offset), "at its end were left out by the write offset.",
      0);
}

/// "00:01.35 (sample 83412)".
std::string place_text(std::int64_t sample) {
  return time_of(sample) + " (sample " + std::to_string(sample) + ")";
}

std::string span_text(const SampleSpan &span) {
  if (span.first == span.last) return place_text(span.first);
  return place_text(span.first) + " to " + place_text(span.last);
}

std::string spans_text(const TrackComparison &track) {
  constexpr std::size_t max_told = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(track.spans.size(), max_told); ++i)
    text += (i == 0 ? "" : ", ") + span_text(track.spans[i]);
  if (track.span_count > static_cast<std::int64_t>(max_told))
    text += ", and " +
            std::to_string(track.span_count - static_cast<std::int64_t>(max_told)) +
            " more places, the last sample being " + place_text(track.extremes.last);
  return text;
}

std::string accurate_rip_text(const TrackComparison &track) {
  if (!track.read_accurate_rip || *track.read_accurate_rip == track.staged_accurate_rip)
    return {};
  return " Its AccurateRip v2 is " + hexadecimal(*track.read_accurate_rip) +
         " instead of " + hexadecimal(track.staged_accurate_rip) + ".";
}

std::string sentence_of_track(const TrackComparison &track) {
  if (track.has_audio_of > 0)
    return "it has the audio of track " + std::to_string(track.has_audio_of) + ".";
  const auto *const what =
      track.track == 0 ? " of the audio before track 1 " : " of its audio ";
  const auto *const differs = track.differing == 1 ? "differs: " : "differ: ";
  return samples(track.differing) + what + differs + spans_text(track) + "." +
         accurate_rip_text(track);
}

}  // namespace

Findings findings_of(const AudioComparison &comparison, const SentDisc &sent) {
  Findings findings{shift_finding(comparison)};
  add_lost(comparison, sent, findings);
  for (const auto &track : comparison.tracks)
    if (!track.identical())
      findings.push_back({"VERIFY_SOUND",
                          Severity::error,
                          track.track,
                          sentence_of_track(track),
                          {},
                          code_of(Result::verification_failed)});
  return findings;
}

}  // namespace redbook
