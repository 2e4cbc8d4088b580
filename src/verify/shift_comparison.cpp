#include "verify/shift_comparison.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace redbook {
namespace {

/// What AccurateRip leaves out at the start and at the end of a disc.
constexpr std::int64_t left_out_at_start = 2939;
constexpr std::int64_t left_out_at_end = 2940;

bool are_different(std::span<const std::byte> a, std::span<const std::byte> b) {
  return std::memcmp(a.data(), b.data(), a.size()) != 0;
}

std::int64_t count_loud(std::span<const std::byte> audio) {
  constexpr std::array<std::byte, bytes_per_sample> silence{};
  std::int64_t loud = 0;
  for (; !audio.empty(); audio = audio.subspan(silence.size()))
    if (std::memcmp(audio.data(), silence.data(), silence.size()) != 0) ++loud;
  return loud;
}

std::span<const std::byte> sample(std::span<const std::byte> audio, std::int64_t at) {
  return audio.subspan(byte_count(at), static_cast<std::size_t>(bytes_per_sample));
}

/// The samples of `track` that AccurateRip counts.
SampleRange counted(const TrackAudio &track, TrackPlace place) {
  auto range = track.range;
  if (place == TrackPlace::first || place == TrackPlace::only)
    range.first += left_out_at_start;
  if (place == TrackPlace::last || place == TrackPlace::only)
    range.end -= left_out_at_end;
  return range;
}

/// The same in bytes of what was sent.
Extent bytes_in(SampleRange range) {
  return {range.first * bytes_per_sample, range.end * bytes_per_sample};
}

/// Where a track stands among the others, as AccurateRip has it.
TrackPlace accurate_rip_place(const StagedAndRead &audio, const TrackAudio &track) {
  if (track.number == 0) return TrackPlace::middle;
  const bool first = track.number == 1;
  const bool last = track.number == audio.tracks.back().number;
  if (first && last) return TrackPlace::only;
  if (first) return TrackPlace::first;
  return last ? TrackPlace::last : TrackPlace::middle;
}

}  // namespace

std::span<const std::byte> StagedPiece::part(SampleRange wanted) const {
  return bytes.subspan(byte_count(wanted.first - range.first),
                       byte_count(wanted.count()));
}

void mark_tracks(const StagedAndRead &audio, TrackChecksums &checksums) {
  if (audio.tracks.empty()) return;
  for (const auto &track : audio.tracks)
    checksums.track_starts(track.range.first * bytes_per_sample);
  checksums.track_starts(audio.tracks.back().range.end * bytes_per_sample);
}

void Differences::add(std::int64_t sample) {
  const auto in_track = sample - track_.range.first + track_.first_in_track;
  const bool near = differing_ > 0 && in_track - last_ <= samples_per_block;
  if (differing_++ == 0) first_ = in_track;
  last_ = in_track;
  if (!near && ++span_count_ <= static_cast<std::int64_t>(max_spans))
    spans_.push_back({in_track, in_track});
  if (span_count_ == static_cast<std::int64_t>(spans_.size())) spans_.back().last = last_;
}

void Differences::compare(SampleRange range, std::span<const std::byte> staged,
                          std::span<const std::byte> read) {
  compared_ += range.count();
  if (!are_different(staged, read)) return;
  for (std::int64_t i = 0; i < range.count(); ++i)
    if (are_different(sample(staged, i), sample(read, i))) add(range.first + i);
}

TrackComparison Differences::result() const {
  TrackComparison result;
  result.track = track_.number;
  result.compared = compared_;
  result.differing = differing_;
  result.spans = spans_;
  result.span_count = span_count_;
  result.extremes = {first_, last_};
  return result;
}

ShiftComparison::ShiftComparison(const StagedAndRead &audio, int shift)
    : audio_{audio}, shift_{shift} {
  for (const auto &track : audio.tracks) differences_.emplace_back(track);
  mark_tracks(audio, checksums_);
}

void ShiftComparison::lose(SampleRange range, const StagedPiece &staged) {
  if (range.count() == 0) return;
  lost_.push_back(range);
  lost_audio_ += count_loud(staged.part(range));
  checksums_.append_silence(range.count() * bytes_per_sample);
}

void ShiftComparison::take(SampleRange stretch, SampleRange range,
                           std::span<const std::byte> read, const StagedPiece &staged) {
  const auto here = range.moved_by(-shift_).common_with(stretch);
  if (range.first == stretch.first)
    lose(stretch.common_with({stretch.first, here.first}), staged);
  const auto audio = read.subspan(byte_count(here.first + shift_ - range.first),
                                  byte_count(here.count()));
  if (here.count() < range.count()) foreign_ += count_loud(read) - count_loud(audio);
  checksums_.append(audio);
  for (auto &differences : differences_) {
    const auto both = here.common_with(differences.track().range);
    if (both.count() == 0) continue;
    differences.compare(
        both, staged.part(both),
        audio.subspan(byte_count(both.first - here.first), byte_count(both.count())));
  }
  if (range.end == stretch.end) lose({here.end, stretch.end}, staged);
}

std::int64_t ShiftComparison::misfit() const {
  auto sum = foreign_;
  for (const auto &differences : differences_) sum += differences.result().differing;
  return sum;
}

bool ShiftComparison::is_whole(const TrackAudio &track) const {
  const auto needed = counted(track, accurate_rip_place(audio_, track));
  return std::none_of(lost_.begin(), lost_.end(), [&](SampleRange lost) {
    return lost.common_with(needed).count() > 0;
  });
}

TrackComparison ShiftComparison::track(const Differences &differences,
                                       const TrackChecksums &staged) const {
  const auto &track = differences.track();
  const auto place = accurate_rip_place(audio_, track);
  const auto extent = bytes_in(track.range);
  auto result = differences.result();
  result.staged_accurate_rip = staged.track(extent, place).accurate_rip.v2;
  const auto read = checksums_.track(extent, place);
  if (is_whole(track)) result.read_accurate_rip = read.accurate_rip.v2;
  if (!result.identical()) result.has_audio_of = track_of_crc(read.crc32, staged);
  return result;
}

int ShiftComparison::track_of_crc(std::uint32_t crc, const TrackChecksums &staged) const {
  const auto has_it = [&](const TrackAudio &track) {
    return staged.track(bytes_in(track.range), accurate_rip_place(audio_, track)).crc32 ==
           crc;
  };
  const auto found = std::find_if(audio_.tracks.begin(), audio_.tracks.end(), has_it);
  return found == audio_.tracks.end() ? 0 : found->number;
}

std::vector<TrackComparison> ShiftComparison::tracks(const TrackChecksums &staged) const {
  std::vector<TrackComparison> tracks;
  for (const auto &differences : differences_)
    tracks.push_back(track(differences, staged));
  return tracks;
}

}  // namespace redbook
