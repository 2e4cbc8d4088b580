#include "drive/track_at_once.hpp"

#include <utility>

namespace redbook {
namespace {

void add_warning(Findings &findings, const char *name, int track, std::string sentence,
                 std::string action) {
  findings.push_back(
      {name, Severity::warning, track, std::move(sentence), std::move(action), 0});
}

// The audio before index 01 stays where it is: at the start of its track.
void add_pregap(const Track &track, int number, Findings &findings) {
  if (track.pregap == Blocks{}) return;
  const auto length = to_string(Msf::of(track.pregap));
  if (number == 1)
    add_warning(findings, "TAO_HIDDEN_TRACK", number,
                "a hidden track of " + length + " needs session at once.",
                "It became the beginning of track 1.");
  else
    add_warning(findings, "TAO_PREGAP", number,
                "a pregap of " + length + " with audio needs session at once.",
                "It became the beginning of the track.");
}

}  // namespace

Blocks track_at_once_length(const Disc &disc) {
  Blocks length;
  for (const auto &track : disc.tracks) length += track.length + run_out;
  const auto joins = static_cast<std::int64_t>(disc.tracks.size()) - 1;
  return length + track_at_once_gap * (joins > 0 ? joins : 0);
}

void add_track_at_once_findings(const Disc &disc, Findings &findings) {
  if (disc.tracks.size() > 1)
    add_warning(findings, "TAO_GAPS", 0,
                "track at once has two seconds between all tracks.",
                "The tracks do not follow each other without a gap.");
  if (!disc.cdtext.empty())
    add_warning(findings, "TAO_CDTEXT", 0, "track at once has no CD-TEXT.",
                "It was left out.");
  int number = 0;
  for (const auto &track : disc.tracks) {
    add_pregap(track, ++number, findings);
    if (track.subcode.copy == Copy::scms)
      add_warning(findings, "TAO_SCMS", number, "SCMS needs session at once.",
                  "The track is marked as not to be copied at all.");
    if (!track.indexes.empty())
      add_warning(findings, "TAO_INDEXES", number,
                  "index points after the first need session at once.",
                  "They were left out.");
  }
}

}  // namespace redbook
