/// Audio that went to a drive and comes back, for the tests of verify/.
#pragma once

#include "checksum_fixture.hpp"
#include "verify/audio_comparison.hpp"

namespace redbook::test {

constexpr std::int64_t block = samples_per_block;

/// The samples of `range` of `audio`; silence where it has none.
inline void copy_samples(const Pcm &audio, std::int64_t first,
                         std::span<std::byte> into) {
  const auto size = static_cast<std::int64_t>(audio.size());
  for (std::size_t i = 0; i < into.size(); ++i) {
    const auto at = first * bytes_per_sample + static_cast<std::int64_t>(i);
    into[i] = at >= 0 && at < size ? audio[static_cast<std::size_t>(at)] : std::byte{};
  }
}

/// Audio whose samples repeat every 100.
inline Pcm repeating_audio(Blocks length) {
  auto pcm = counting_audio(length);
  for (std::size_t i = 400; i < pcm.size(); ++i) pcm[i] = pcm[i - 400];
  return pcm;
}

/// What was sent, and a drive that reads it `shift` samples late, silence around it.
/// Tracks of these lengths, without a gap.
struct ReadingBack {
  Pcm staged;
  Pcm disc;
  int shift = 0;
  std::vector<SampleRange> stretches{};
  std::vector<TrackAudio> tracks{};

  ReadingBack(Pcm audio, const std::vector<Blocks> &lengths)
      : staged{std::move(audio)}, disc{staged} {
    std::int64_t at = 0;
    for (const auto length : lengths) {
      const auto number = static_cast<int>(tracks.size()) + 1;
      tracks.push_back({number, {at, at + length.samples()}, 0});
      at += length.samples();
    }
    stretches = {{0, at}};
  }

  StagedAndRead audio() const {
    return {[this](std::int64_t first, std::span<std::byte> into) {
              copy_samples(staged, first, into);
            },
            [this](std::int64_t first, std::span<std::byte> into) {
              copy_samples(disc, first - shift, into);
            },
            stretches, tracks};
  }

  void flip(std::int64_t sample) {
    disc[static_cast<std::size_t>(sample * bytes_per_sample)] ^= std::byte{4};
  }

  Alignment alignment() const { return find_alignment(audio(), {}); }
  AudioComparison comparison() const {
    return compare_audio(audio(), alignment(), [](Blocks, Blocks) {}, {});
  }
};

/// Three tracks of 450, 300 and 375 blocks, no two places of which audio the same.
inline ReadingBack three_tracks(int shift = 0) {
  ReadingBack reading{vector_disc(), {Blocks{450}, Blocks{300}, Blocks{375}}};
  reading.shift = shift;
  return reading;
}

}  // namespace redbook::test
