/// How loud music is, and how loud it shall be.
#pragma once

#include <optional>
#include <vector>

#include "enum_words.hpp"

namespace redbook {

/// What EBU R 128 says of a run of audio.
struct MeasuredLoudness {
  std::optional<double> integrated{};  ///< LUFS (BS.1770-4); none: all below the gate
  double range = 0;                    ///< LU (EBU Tech 3342)
  double true_peak = 0;  ///< of both channels, 4 times oversampled; 1 is full scale
  bool operator==(const MeasuredLoudness &) const = default;
};

/// Whose loudness is brought to the target: each track's, or that of all tracks as one,
/// which keeps their differences.
enum class LoudnessMode { off = 0, track = 1, album = 2 };
template <>
inline constexpr auto words<LoudnessMode> = std::array{"off", "track", "album"};

/// What the user asked for.
struct LoudnessSettings {
  LoudnessMode mode = LoudnessMode::off;
  double target = -16;          ///< LUFS
  double true_peak_limit = -1;  ///< dBTP
  bool operator==(const LoudnessSettings &) const = default;
};

/// What a track came with, and what was done to it.
struct TrackLoudness {
  MeasuredLoudness measured{};
  double gain = 0;  ///< dB
  bool operator==(const TrackLoudness &) const = default;
};

/// Of all tracks of a disc, as they came.
struct DiscLoudness {
  LoudnessSettings settings{};
  MeasuredLoudness whole{};  ///< of all discs, if the music needs several
  std::vector<TrackLoudness> tracks{};
  bool operator==(const DiscLoudness &) const = default;
};

/// dB of an amplitude, 1 being 0 dB.
double decibels(double amplitude);
/// The amplitude of so many dB.
double amplitude(double decibels);

/// How many dB bring audio to the target. If its true peaks would get above their
/// limit they are brought to the limit instead, also by a gain below 0: there is no
/// limiter, dynamics stay as they are. 0 for audio that no loudness can be told of.
double gain_towards(const LoudnessSettings &settings, const MeasuredLoudness &measured);

}  // namespace redbook
