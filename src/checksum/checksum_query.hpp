/// How the checksums of a track are put together from those of its parts. For
/// track_checksums.cpp and answer.cpp.
#pragma once

#include <optional>

#include "checksum/track_checksums.hpp"

namespace redbook {

/// One answer of TrackChecksums.
class TrackChecksums::ChecksumQuery {
 public:
  ChecksumQuery(const TrackChecksums &checksums, const Reader &reader)
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
  DigestTexts digests(Extent track);
  AudioSums sums_of(const Part &part, Extent track);

  const TrackChecksums &checksums_;
  const Reader &reader_;
  std::vector<std::byte> buffer_;
  std::int64_t bytes_read_again_ = 0;
};

}  // namespace redbook
