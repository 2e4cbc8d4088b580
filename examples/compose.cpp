/// Makes music, so that the examples and the tests have some: plucked strings, a tune of
/// their own for each seed. Writes raw S16LE, 44.1 kHz, stereo.
///
///   compose SAMPLES SEED >music.s16
///   compose 441000 1 | gst-launch-1.0 fdsrc ! rawaudioparse ! autoaudiosink

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <vector>

namespace {

constexpr int samples_per_second = 44100;
constexpr int samples_per_note = samples_per_second / 5;

/// A plucked string, after Karplus and Strong: noise that runs round in a circle and gets
/// duller each time.
class PluckedString {
 public:
  explicit PluckedString(std::mt19937 &random) : random_{random} {}

  void pluck(double pitch_hz) {
    circle_.resize(static_cast<std::size_t>(samples_per_second / pitch_hz));
    std::uniform_real_distribution<double> noise{-1.0, 1.0};
    for (auto &value : circle_) value = noise(random_);
    at_ = 0;
  }

  double next() {
    if (circle_.empty()) return 0;
    const auto value = circle_[at_];
    const auto after = (at_ + 1) % circle_.size();
    circle_[at_] = 0.498 * (value + circle_[after]);
    at_ = after;
    return value;
  }

 private:
  std::mt19937 &random_;
  std::vector<double> circle_;
  std::size_t at_ = 0;
};

/// Two voices in a pentatonic scale, one to each side.
class Tune {
 public:
  explicit Tune(unsigned seed)
      : random_{seed}, key_hz_{110.0 * std::exp2(seed % 12 / 12.0)} {}

  std::array<std::int16_t, 2> next() {
    if (sample_ % samples_per_note == 0) melody_.pluck(pitch(2));
    if (sample_ % (4 * samples_per_note) == 0) bass_.pluck(pitch(1));
    ++sample_;
    const auto high = melody_.next();
    const auto low = bass_.next();
    return {amplitude(0.7 * high + 0.3 * low), amplitude(0.3 * high + 0.7 * low)};
  }

 private:
  double pitch(int octave) {
    static constexpr std::array<int, 5> scale{0, 3, 5, 7, 10};
    return key_hz_ * std::exp2(octave - 1 + scale[random_() % scale.size()] / 12.0);
  }

  static std::int16_t amplitude(double value) {
    return static_cast<std::int16_t>(std::lround(value * 20000));
  }

  std::mt19937 random_;
  double key_hz_;
  PluckedString melody_{random_};
  PluckedString bass_{random_};
  std::int64_t sample_ = 0;
};

void put(std::int16_t value) {
  const auto bits = static_cast<std::uint16_t>(value);
  std::cout.put(static_cast<char>(bits & 0xff)).put(static_cast<char>(bits >> 8));
}

}  // namespace

int main(int argc, char **argv) {
  if (argc != 3) {
    std::cerr << "usage: compose SAMPLES SEED\n";
    return 2;
  }
  Tune tune{static_cast<unsigned>(std::stoul(argv[2]))};
  for (auto left = std::stoll(argv[1]); left > 0 && std::cout; --left)
    for (const auto value : tune.next()) put(value);
  return std::cout.flush() ? 0 : 1;
}
