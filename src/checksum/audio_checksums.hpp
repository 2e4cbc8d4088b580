/// The checksums of one run of audio.
#pragma once

#include "checksum/track_checksums.hpp"

namespace redbook {

/// Sums up audio in one go: what a drive reads back, say. Where it stands on its disc is
/// asked for at the end. What is short of a sample at the end is left out.
class AudioChecksums {
 public:
  explicit AudioChecksums(const TrackChecksums::Settings &settings = {})
      : checksums_{settings} {
    checksums_.track_starts(0);
  }

  /// Any number of bytes.
  void append(Bytes audio) { checksums_.append(audio); }
  void append_silence(std::int64_t bytes) { checksums_.append_silence(bytes); }

  std::int64_t bytes() const { return checksums_.position(); }

  AudioSums sums(TrackPlace place) const {
    const auto end = bytes() - bytes() % bytes_per_sample;
    return checksums_.track({0, end}, place);
  }

 private:
  TrackChecksums checksums_;
};

}  // namespace redbook
