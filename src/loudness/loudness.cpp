#include "loudness/loudness.hpp"

#include <algorithm>
#include <cmath>

namespace redbook {
namespace {

/// What dither and rounding may add to a peak between samples: 4 steps of 16 bits.
constexpr double dither_peak = 4.0 / 32768;

}  // namespace

double decibels(double amplitude) { return 20 * std::log10(amplitude); }

double amplitude(double decibels) { return std::pow(10, decibels / 20); }

double gain_towards(const LoudnessSettings &settings, const MeasuredLoudness &measured) {
  if (!measured.integrated || measured.true_peak <= 0) return 0;
  const auto limit = amplitude(settings.true_peak_limit) - dither_peak;
  return std::min(settings.target - *measured.integrated,
                  decibels(limit / measured.true_peak));
}

}  // namespace redbook
