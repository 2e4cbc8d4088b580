#include "checksum/checksum_query.hpp"

#include <algorithm>
#include <stdexcept>

#include "checksum/crc32.hpp"

namespace redbook {
namespace {

constexpr std::int64_t read_bytes = std::int64_t{64} * 1024;

const AnchoredSum *anchored_at(std::int64_t start, const std::vector<AnchoredSum> &sums) {
  const auto found = std::find_if(
      sums.begin(), sums.end(), [start](const auto &sum) { return sum.start == start; });
  return found == sums.end() ? nullptr : &*found;
}

TrackPlace place_of(std::size_t position, std::size_t tracks) {
  if (tracks == 1) return TrackPlace::only;
  if (position == 0) return TrackPlace::first;
  return position + 1 == tracks ? TrackPlace::last : TrackPlace::middle;
}

// What of a track at `place` AccurateRip counts.
Extent counted_of(Extent track, TrackPlace place) {
  if (place == TrackPlace::first || place == TrackPlace::only)
    track.first_byte =
        std::min(track.first_byte + accurate_rip_lead_bytes, track.end_byte);
  if (place == TrackPlace::last || place == TrackPlace::only)
    track.end_byte = std::max(track.end_byte - accurate_rip_tail_bytes, track.first_byte);
  return track;
}

}  // namespace

// The stretch that starts at `position`, or else the next one, if it lies before `end`
// and, where `start` is given, has sums for the track that starts there.
const TrackChecksums::Stretch *TrackChecksums::ChecksumQuery::stretch_at(
    std::int64_t position, std::int64_t end, std::optional<std::int64_t> start) const {
  const auto &all = checksums_.stretches_;
  auto next = std::lower_bound(
      all.begin(), all.end(), position,
      [](const Stretch &stretch, std::int64_t place) { return stretch.first < place; });
  for (; next != all.end() && next->end <= end; ++next)
    if (!start || anchored_at(*start, next->anchored)) return &*next;
  return nullptr;
}

// In memory where it went by last, else from the disc.
Bytes TrackChecksums::ChecksumQuery::piece(std::int64_t first, std::int64_t end) {
  const auto &window = checksums_.window_;
  end = std::min(end, first + read_bytes);
  if (first >= window.start()) return window.piece(first, end);
  if (!reader_) throw std::logic_error{"checksums need audio that is gone"};
  buffer_.resize(static_cast<std::size_t>(end - first));
  reader_(first, buffer_);
  bytes_read_again_ += end - first;
  return buffer_;
}

void TrackChecksums::ChecksumQuery::read_again(std::int64_t first, std::int64_t end,
                                               std::optional<std::int64_t> start,
                                               Part &part) {
  Sums sums;
  AnchoredSum anchored{start.value_or(0), {}};
  const auto &window = checksums_.window_;
  while (first < end) {
    const auto in_memory = first >= window.start();
    const auto edge = in_memory ? end : std::min(end, window.start());
    const auto audio = piece(first, edge);
    add_audio(audio, first, *checksums_.settings_.kernels, sums,
              std::span{&anchored, start ? std::size_t{1} : 0});
    first += size_of(audio);
  }
  part.sums += sums;
  part.accurate_rip += anchored.sum;
}

TrackChecksums::ChecksumQuery::Part TrackChecksums::ChecksumQuery::between(
    std::int64_t first, std::int64_t end, std::optional<std::int64_t> start) {
  Part part;
  while (first < end) {
    const auto *stretch = stretch_at(first, end, start);
    const auto known = stretch ? stretch->first : end;
    read_again(first, known, start, part);
    if (!stretch) break;
    part.sums += stretch->sums;
    if (start) part.accurate_rip += anchored_at(*start, stretch->anchored)->sum;
    first = stretch->end;
  }
  return part;
}

TrackChecksums::ChecksumQuery::Part TrackChecksums::ChecksumQuery::track_part(
    Extent track, TrackPlace place) {
  const auto counted = counted_of(track, place);
  const auto lead = between(track.first_byte, counted.first_byte, track.first_byte);
  auto part = between(counted.first_byte, counted.end_byte, track.first_byte);
  const auto tail = between(counted.end_byte, track.end_byte, track.first_byte);
  part.sums = (Sums{lead.sums} += part.sums) += tail.sums;
  return part;
}

DigestTexts TrackChecksums::ChecksumQuery::digests(Extent track) {
  const auto &digests = checksums_.digests_;
  if (!digests.choice().any()) return {};
  if (auto texts = digests.finished(track.first_byte, track.end_byte)) return *texts;
  auto first = track.first_byte;
  Digest digest{digests.choice()};
  if (auto begun = digests.unfinished(track.first_byte);
      begun && checksums_.summed_ <= track.end_byte) {
    digest = std::move(*begun);
    first = checksums_.summed_;
  }
  while (first < track.end_byte) {
    const auto in_memory = first >= checksums_.window_.start();
    const auto edge =
        in_memory ? track.end_byte : std::min(track.end_byte, checksums_.window_.start());
    const auto audio = piece(first, edge);
    digest.add(audio);
    first += size_of(audio);
  }
  return digest.texts();
}

AudioSums TrackChecksums::ChecksumQuery::sums_of(const Part &part, Extent track) {
  const auto &[low, high] = part.accurate_rip;
  return {{low, low + high},
          part.sums.crc,
          part.sums.crc_without_nulls,
          part.sums.peak,
          digests(track)};
}

AudioSums TrackChecksums::ChecksumQuery::track(Extent track, TrackPlace place) {
  return sums_of(track_part(track, place), track);
}

// Of discs behind the first it was not known where their part ends: what is behind it is
// shorter to read than the last track.
std::uint32_t TrackChecksums::ChecksumQuery::ctdb_crc(Extent tracks) {
  const auto part = ctdb_part(tracks.first_byte, tracks.end_byte);
  if (part.first == part.end) return 0;
  const auto whole = between(part.first, tracks.end_byte, std::nullopt).sums;
  const auto behind = between(part.end, tracks.end_byte, std::nullopt).sums;
  return crc32_without_end(whole.crc, behind.crc, behind.bytes);
}

DiscSums TrackChecksums::ChecksumQuery::disc(const std::vector<Extent> &tracks) {
  DiscSums disc;
  if (tracks.empty()) return disc;
  Sums all;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    const auto part = track_part(tracks[i], place_of(i, tracks.size()));
    all += part.sums;
    disc.tracks.push_back(sums_of(part, tracks[i]));
  }
  disc.crc32 = all.crc;
  disc.crc32_without_nulls = all.crc_without_nulls;
  disc.peak = all.peak;
  disc.ctdb = ctdb_crc({tracks.front().first_byte, tracks.back().end_byte});
  disc.bytes_read_again = bytes_read_again_;
  return disc;
}

}  // namespace redbook
