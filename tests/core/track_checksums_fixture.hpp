/// Audio on its way to a disc while its checksums are computed, for the tests of
/// TrackChecksums.
#pragma once

#include "checksum_fixture.hpp"

namespace redbook::test {

/// TrackChecksums, and the disc that went by.
struct Summing {
  TrackChecksums checksums;
  Pcm disc;

  /// Stages audio in buffers of so many bytes.
  void append(const Pcm &audio, std::size_t buffer = 16384) {
    disc.insert(disc.end(), audio.begin(), audio.end());
    for (Bytes left{audio}; !left.empty();) {
      const auto piece = left.first(std::min(left.size(), buffer));
      checksums.append(piece);
      left = left.subspan(piece.size());
    }
  }

  /// Fills the last block.
  void pad() {
    const auto bytes = Blocks::holding(position()).bytes() - position();
    disc.resize(disc.size() + static_cast<std::size_t>(bytes));
    checksums.append_silence(bytes);
  }

  /// A track starts at the edge of the block that the next byte is in.
  std::int64_t start_gapless() {
    const auto start = Blocks::whole(position()).bytes();
    checksums.track_starts(start);
    return start;
  }

  void rewind(std::int64_t to) {
    disc.resize(static_cast<std::size_t>(to));
    checksums.rewind(to);
  }

  std::int64_t position() const { return checksums.position(); }

  /// The sums of tracks that start at these bytes.
  DiscSums sums(const std::vector<std::int64_t> &starts) const {
    return checksums.disc(extents(starts), reader());
  }

  TrackChecksums::Reader reader() const {
    return [this](std::int64_t first, std::span<std::byte> into) {
      std::copy_n(disc.begin() + first, into.size(), into.begin());
    };
  }

  std::vector<Extent> extents(const std::vector<std::int64_t> &starts) const {
    std::vector<Extent> extents;
    for (const auto start : starts) {
      if (!extents.empty()) extents.back().end_byte = start;
      extents.push_back({start, position()});
    }
    return extents;
  }
};

/// The sums of tracks that start at `starts` are right. How many bytes they cost reading.
inline std::int64_t assert_sums(const Summing &summing,
                                const std::vector<std::int64_t> &starts) {
  const auto sums = summing.sums(starts);
  assert_text(lines_of(sums), slow_lines_of(summing.disc, summing.extents(starts)));
  return sums.bytes_read_again;
}

inline void assert_sums_cost(const Summing &summing,
                             const std::vector<std::int64_t> &starts,
                             std::int64_t bytes) {
  ck_assert_int_eq(assert_sums(summing, starts), bytes);
}

constexpr std::int64_t block = 2352;

}  // namespace redbook::test
