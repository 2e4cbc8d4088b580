#include "checksum/track_checksums.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

#include "checksum/crc32.hpp"

namespace redbook {
namespace {

// How far back a cut may be asked for: the last track may end up to a block ago, and the
// CTDB CRC up to two units before that.
constexpr std::int64_t held_bytes = 2 * ctdb_unit_bytes + bytes_per_block;

// The most that is summed up in one go.
constexpr std::int64_t batch_bytes = std::int64_t{64} * 1024;

static_assert(held_bytes + batch_bytes < Window::capacity);

constexpr std::int64_t whole_samples(std::int64_t bytes) {
  return bytes - bytes % bytes_per_sample;
}

// The most that is read again in one go.
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

std::vector<Extent> extents_of(const Disc &disc, Blocks offset) {
  std::vector<Extent> extents;
  const auto end = (offset + disc.length()).bytes();
  for (const auto &track : disc.tracks) {
    const auto first = (track.index_1() - Lba{0} + offset).bytes();
    if (!extents.empty()) extents.back().end_byte = first;
    extents.push_back({first, end});
  }
  return extents;
}

void TrackChecksums::append(Bytes audio) {
  while (!audio.empty()) {
    const auto taken = window_.append(audio, summed_);
    audio = audio.subspan(static_cast<std::size_t>(taken));
    if (position() - summed_ >= held_bytes + batch_bytes)
      sum_up_to((position() - held_bytes) / batch_bytes * batch_bytes);
  }
}

void TrackChecksums::append_silence(std::int64_t bytes) {
  static constexpr std::array<std::byte, bytes_per_block> block{};
  for (; bytes > 0; bytes -= size_of(block))
    append(Bytes{block}.first(static_cast<std::size_t>(std::min(bytes, size_of(block)))));
}

void TrackChecksums::track_starts(std::int64_t first_byte) {
  mark(first_byte, Marks::Kind::sure);
}

void TrackChecksums::track_may_start(std::int64_t first_byte) {
  mark(first_byte, Marks::Kind::possible);
}

// A cut where the audio is now lets it be rewound to here.
void TrackChecksums::mark(std::int64_t first_byte, Marks::Kind kind) {
  const auto start = whole_samples(first_byte);
  marks_.add(start, kind);
  marks_.add_cut(whole_samples(position()));
  if (start <= summed_) stretch_is_open_ = false;
}

TrackChecksums::Stretch &TrackChecksums::open_stretch() {
  if (!stretch_is_open_) {
    Stretch stretch{summed_, summed_, {}, {}};
    for (const auto start : marks_.starts_at(summed_))
      stretch.anchored.push_back({start, {}});
    stretches_.push_back(std::move(stretch));
    stretch_is_open_ = true;
  }
  return stretches_.back();
}

void TrackChecksums::sum_up_to(std::int64_t end) {
  while (summed_ < end) {
    const auto cut = marks_.next_cut(summed_);
    const auto audio = window_.piece(summed_, std::min(cut.value_or(end), end));
    auto &stretch = open_stretch();
    add_audio(audio, summed_, *kernels_, stretch.sums, stretch.anchored);
    summed_ += size_of(audio);
    stretch.end = summed_;
    if (summed_ == cut) stretch_is_open_ = false;
  }
}

// Sums that reach behind `position` are of no use; what they were of is summed up anew
// if it is still in memory.
void TrackChecksums::rewind(std::int64_t position) {
  marks_.rewind(position);
  if (position >= window_.end()) return;
  window_.rewind(position);
  if (position >= summed_) return;
  stretch_is_open_ = false;
  std::erase_if(stretches_,
                [position](const Stretch &stretch) { return stretch.end > position; });
  const std::int64_t known = stretches_.empty() ? 0 : stretches_.back().end;
  summed_ = std::max(known, window_.start());
}

/// Puts the checksums of tracks together from those of their parts.
class TrackChecksums::Query {
 public:
  Query(const TrackChecksums &checksums, const Reader &reader)
      : checksums_{checksums}, reader_{reader} {}

  AudioSums track(Extent track, TrackPlace place);
  DiscSums disc(const std::vector<Extent> &tracks);

 private:
  struct Part {
    Sums sums;
    AccurateRipSum accurate_rip;
  };

  Part track_part(Extent track, TrackPlace place);
  Part between(std::int64_t first, std::int64_t end, std::optional<std::int64_t> start);
  const Stretch *stretch_at(std::int64_t position, std::int64_t end,
                            std::optional<std::int64_t> start) const;
  void read_again(std::int64_t first, std::int64_t end, std::optional<std::int64_t> start,
                  Part &part);
  Bytes piece(std::int64_t first, std::int64_t end);
  std::uint32_t ctdb_crc(Extent tracks);
  static AudioSums sums_of(const Part &part);

  const TrackChecksums &checksums_;
  const Reader &reader_;
  std::vector<std::byte> buffer_;
  std::int64_t bytes_read_again_ = 0;
};

// The stretch that starts at `position`, or else the next one, if it lies before `end`
// and, if `start` is given, has sums for the track that starts there.
const TrackChecksums::Stretch *TrackChecksums::Query::stretch_at(
    std::int64_t position, std::int64_t end, std::optional<std::int64_t> start) const {
  const auto &all = checksums_.stretches_;
  auto next = std::lower_bound(
      all.begin(), all.end(), position,
      [](const Stretch &stretch, std::int64_t place) { return stretch.first < place; });
  for (; next != all.end() && next->end <= end; ++next)
    if (!start || anchored_at(*start, next->anchored)) return &*next;
  return nullptr;
}

// From the window if it still has it, else from the stash.
Bytes TrackChecksums::Query::piece(std::int64_t first, std::int64_t end) {
  const auto &window = checksums_.window_;
  end = std::min(end, first + read_bytes);
  if (first >= window.start()) return window.piece(first, end);
  if (!reader_) throw std::logic_error{"checksums need audio that is gone"};
  buffer_.resize(static_cast<std::size_t>(end - first));
  reader_(first, buffer_);
  bytes_read_again_ += end - first;
  return buffer_;
}

void TrackChecksums::Query::read_again(std::int64_t first, std::int64_t end,
                                       std::optional<std::int64_t> start, Part &part) {
  Sums sums;
  AnchoredSum anchored{start.value_or(0), {}};
  const auto &window = checksums_.window_;
  while (first < end) {
    const auto in_memory = first >= window.start();
    const auto edge = in_memory ? end : std::min(end, window.start());
    const auto audio = piece(first, edge);
    add_audio(audio, first, *checksums_.kernels_, sums,
              std::span{&anchored, start ? std::size_t{1} : 0});
    first += size_of(audio);
  }
  part.sums += sums;
  part.accurate_rip += anchored.sum;
}

TrackChecksums::Query::Part TrackChecksums::Query::between(
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

TrackChecksums::Query::Part TrackChecksums::Query::track_part(Extent track,
                                                              TrackPlace place) {
  const auto counted = counted_of(track, place);
  const auto lead = between(track.first_byte, counted.first_byte, track.first_byte);
  auto part = between(counted.first_byte, counted.end_byte, track.first_byte);
  const auto tail = between(counted.end_byte, track.end_byte, track.first_byte);
  part.sums = (Sums{lead.sums} += part.sums) += tail.sums;
  return part;
}

AudioSums TrackChecksums::Query::sums_of(const Part &part) {
  const auto &[low, high] = part.accurate_rip;
  return {{low, low + high}, part.sums.crc, part.sums.crc_without_nulls, part.sums.peak};
}

AudioSums TrackChecksums::Query::track(Extent track, TrackPlace place) {
  return sums_of(track_part(track, place));
}

// Of discs behind the first it was not known where their part ends: what is behind it is
// shorter to read than the last track.
std::uint32_t TrackChecksums::Query::ctdb_crc(Extent tracks) {
  const auto part = ctdb_part(tracks.first_byte, tracks.end_byte);
  if (part.first == part.end) return 0;
  const auto whole = between(part.first, tracks.end_byte, std::nullopt).sums;
  const auto behind = between(part.end, tracks.end_byte, std::nullopt).sums;
  return crc32_without_end(whole.crc, behind.crc, behind.bytes);
}

DiscSums TrackChecksums::Query::disc(const std::vector<Extent> &tracks) {
  DiscSums disc;
  if (tracks.empty()) return disc;
  Sums all;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    const auto part = track_part(tracks[i], place_of(i, tracks.size()));
    all += part.sums;
    disc.tracks.push_back(sums_of(part));
  }
  disc.crc32 = all.crc;
  disc.crc32_without_nulls = all.crc_without_nulls;
  disc.peak = all.peak;
  disc.ctdb = ctdb_crc({tracks.front().first_byte, tracks.back().end_byte});
  disc.bytes_read_again = bytes_read_again_;
  return disc;
}

DiscSums TrackChecksums::disc(const std::vector<Extent> &tracks,
                              const Reader &reader) const {
  return Query{*this, reader}.disc(tracks);
}

AudioSums TrackChecksums::track(Extent track, TrackPlace place,
                                const Reader &reader) const {
  return Query{*this, reader}.track(track, place);
}

}  // namespace redbook
