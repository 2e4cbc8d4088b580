#include "checksum/track_checksums.hpp"

#include <algorithm>
#include <array>

#include "checksum/checksum_query.hpp"

namespace redbook {
namespace {

// How far back a cut may be asked for: the last track may end up to a block ago, and the
// CTDB CRC up to two units before that.
constexpr std::int64_t held_bytes = 2 * ctdb_unit_bytes + bytes_per_block;

// What is summed up in one go.
constexpr std::int64_t batch_bytes = std::int64_t{64} * 1024;

static_assert(held_bytes + batch_bytes < Window::capacity);

constexpr std::int64_t whole_samples(std::int64_t bytes) {
  return bytes - bytes % bytes_per_sample;
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

TrackChecksums::TrackChecksums(const Settings &settings)
    : settings_{settings}, digests_{settings.digests} {}

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
  if (start <= summed_) close_stretch();
}

TrackChecksums::Stretch &TrackChecksums::open_stretch() {
  if (!stretch_is_open_) {
    Stretch stretch{summed_, summed_, {}, {}, marks_.starts_at(summed_)};
    for (const auto start : stretch.starts) stretch.anchored.push_back({start, {}});
    stretches_.push_back(std::move(stretch));
    stretch_is_open_ = true;
  }
  return stretches_.back();
}

void TrackChecksums::close_stretch() {
  if (stretch_is_open_ && marks_.has(summed_)) digests_.may_end(summed_);
  stretch_is_open_ = false;
}

void TrackChecksums::sum_up_to(std::int64_t end) {
  while (summed_ < end) {
    const auto cut = marks_.next_cut(summed_);
    const auto audio = window_.piece(summed_, std::min(cut.value_or(end), end));
    auto &stretch = open_stretch();
    add_audio(audio, summed_, *settings_.kernels, stretch.sums, stretch.anchored);
    digests_.add(audio, summed_, stretch.starts);
    summed_ += size_of(audio);
    stretch.end = summed_;
    if (summed_ == cut) close_stretch();
  }
}

// Sums that reach behind `position` are of no use; what they were of is summed up anew
// where it is still in memory.
void TrackChecksums::rewind(std::int64_t position) {
  marks_.rewind(position);
  if (position >= window_.end()) return;
  window_.rewind(position);
  if (position >= summed_) return;
  close_stretch();
  digests_.rewind(position);
  std::erase_if(stretches_,
                [position](const Stretch &stretch) { return stretch.end > position; });
  const std::int64_t known = stretches_.empty() ? 0 : stretches_.back().end;
  summed_ = std::max(known, window_.start());
}

DiscSums TrackChecksums::disc(const std::vector<Extent> &tracks,
                              const Reader &reader) const {
  return ChecksumQuery{*this, reader}.disc(tracks);
}

AudioSums TrackChecksums::track(Extent track, TrackPlace place,
                                const Reader &reader) const {
  return ChecksumQuery{*this, reader}.track(track, place);
}

}  // namespace redbook
