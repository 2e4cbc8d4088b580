#include "disc/division.hpp"

#include <algorithm>
#include <cstdlib>

namespace redbook {
namespace {

constexpr std::int64_t two_seconds = 2 * samples_per_second;

// A track read alone has its exact length; half a second allows for a decoder's padding.
constexpr std::int64_t half_a_second = samples_per_second / 2;

bool differ(std::int64_t a, std::int64_t b, std::int64_t tolerance) {
  return std::abs(a - b) > tolerance;
}

Lba nearest_block(const StagedSpan &span, std::int64_t sample) {
  const auto byte = span.first_byte + (sample - span.first_sample) * bytes_per_sample;
  return Lba{(std::max<std::int64_t>(0, byte) + bytes_per_block / 2) / bytes_per_block};
}

Lba end_of(const StagedSpan &span) {
  return Lba{0} + Blocks::holding(span.first_byte + span.samples * bytes_per_sample);
}

std::string numbered(std::size_t position, const char *what_became) {
  return "Track " + std::to_string(position + 1) + " of the table of contents " +
         what_became;
}

std::vector<Blocks> indexes_of(const TocTrack &track, const StagedSpan &span, Lba index_1,
                               Lba end) {
  std::vector<Blocks> indexes;
  auto last = index_1;
  for (const auto chapter : track.chapters) {
    const auto place = nearest_block(span, chapter);
    if (place <= last || place >= end || indexes.size() + 2 > max_index) continue;
    indexes.push_back(place - index_1);
    last = place;
  }
  return indexes;
}

void join(std::size_t position, Division &division) {
  ++division.too_short;
  division.warnings.push_back(numbered(
      position, "starts less than 4 seconds after the one before and was joined to it."));
}

// The parts of the audio that have a track of their own: where each starts, and whose it
// is.
struct Part {
  Lba start;
  const TocTrack *track;
};

// The first part takes what is before the first track; a track that began before the span
// did is heard from the span's start.
std::vector<Part> parts_of(const std::vector<TocTrack> &tracks, const StagedSpan &span,
                           Division &division) {
  std::vector<Part> parts{{span.track_start, &tracks.front()}};
  const auto end = end_of(span);
  for (std::size_t i = 1; i < tracks.size(); ++i) {
    const auto start = nearest_block(span, tracks[i].start);
    if (tracks[i].start <= span.first_sample)
      parts.back().track = &tracks[i];
    else if (start >= end)
      division.warnings.push_back(
          numbered(i, "starts behind the end of the stream and was left out."));
    else if (start - parts.back().start < min_track_length)
      join(i, division);
    else
      parts.push_back({start, &tracks[i]});
  }
  return parts;
}

// A track that says how long its pregap is begins with it.
Blocks pregap_of(const Part &part, const StagedSpan &span, Lba end, Opening opening) {
  const auto own = part.track->pregap;
  if (own > Blocks{0}) return own < end - part.start ? own : Blocks{0};
  const auto index_1 = nearest_block(span, part.track->start);
  const bool hidden = opening == Opening::hidden && index_1 > part.start && index_1 < end;
  return hidden ? index_1 - part.start : Blocks{0};
}

std::int64_t extent_of(const std::vector<TocTrack> &tracks) {
  return tracks.back().stop.value_or(0);
}

bool is_length_of_one(const std::vector<TocTrack> &tracks, std::int64_t samples) {
  return std::any_of(tracks.begin(), tracks.end(), [samples](const TocTrack &track) {
    return track.stop && !differ(*track.stop - track.start, samples, half_a_second);
  });
}

}  // namespace

Division divide(const std::vector<TocTrack> &tracks, const StagedSpan &span,
                Opening opening) {
  Division division;
  const auto parts = parts_of(tracks, span, division);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto &part = parts[i];
    const auto end = i + 1 < parts.size() ? parts[i + 1].start : end_of(span);
    const auto pregap = pregap_of(part, span, end, i == 0 ? opening : Opening::in_track);
    division.pieces.push_back({end - part.start, pregap,
                               indexes_of(*part.track, span, part.start + pregap, end),
                               part.track->texts, part.track->subcode});
  }
  return division;
}

std::vector<Lba> possible_starts(const std::vector<TocTrack> &tracks,
                                 const StagedSpan &span) {
  std::vector<Lba> starts;
  for (const auto &track : tracks)
    if (track.start > span.first_sample)
      starts.push_back(nearest_block(span, track.start));
  return starts;
}

std::optional<std::string> fault_of(const std::vector<TocTrack> &tracks) {
  std::int64_t last = -1;
  for (const auto &track : tracks) {
    if (track.start <= last) return "its tracks are not in the order of their times";
    if (track.stop && *track.stop < track.start)
      return "a track of it ends before it starts";
    last = track.start;
  }
  return std::nullopt;
}

Fit fit_of(const std::vector<TocTrack> &tracks, const StagedSpan &span,
           std::optional<std::int64_t> announced) {
  const auto extent = extent_of(tracks);
  if (extent == 0 || !differ(extent, span.end_sample(), two_seconds)) return Fit::fits;
  if (tracks.size() > 1 && is_length_of_one(tracks, span.samples)) return Fit::unrelated;
  if (announced && differ(*announced, extent, two_seconds)) return Fit::unrelated;
  return Fit::ended_early;
}

}  // namespace redbook
