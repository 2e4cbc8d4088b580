/// What frequencies audio is made of.
#pragma once

#include <gst/fft/gstfftf64.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace redbook::test {

/// One second of one channel at 44.1 kHz, in bins of 1 Hz. Levels are in dBFS: 0 is a
/// sine of full scale. Without a window: what is measured has whole hertz.
class Spectrum {
 public:
  static constexpr int size = 44100;

  /// `samples` are left, right, left ...; the second begins at the sample `from`.
  Spectrum(const std::vector<int> &samples, std::size_t from) {
    std::vector<double> second(size);
    for (std::size_t i = 0; i < second.size(); ++i)
      second[i] = samples.at((from + i) * 2) / 32768.0;
    std::vector<GstFFTF64Complex> bins(size / 2 + 1);
    const std::unique_ptr<GstFFTF64, decltype(&gst_fft_f64_free)> fft{
        gst_fft_f64_new(size, FALSE), gst_fft_f64_free};
    gst_fft_f64_fft(fft.get(), second.data(), bins.data());
    for (const auto &bin : bins)
      power_.push_back((bin.r * bin.r + bin.i * bin.i) * 4 / (double{size} * size));
  }

  double level(std::size_t hertz) const { return decibels(power_.at(hertz)); }

  /// All but a tone, and what does not audio.
  double noise_without(std::size_t tone) const {
    double sum = 0;
    for (std::size_t i = 1; i < power_.size(); ++i)
      if (i != tone) sum += power_[i];
    return decibels(sum);
  }

  /// The strongest of all frequencies but one.
  double strongest_without(std::size_t tone) const {
    double most = 0;
    for (std::size_t i = 1; i < power_.size(); ++i)
      if (i != tone) most = std::max(most, power_[i]);
    return decibels(most);
  }

 private:
  static double decibels(double power) { return 10 * std::log10(std::max(power, 1e-30)); }

  std::vector<double> power_;
};

}  // namespace redbook::test
