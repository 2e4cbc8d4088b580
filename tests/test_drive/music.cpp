#include "test_drive/music.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string_view>

namespace redbook::drive {
namespace {

constexpr std::size_t wave_header_bytes = 44;
constexpr int samples_per_second = 44100;

/// A tone of `hertz`, half as loud as can be.
int sine(int sample, int hertz) {
  static const auto second = [] {
    std::array<std::int16_t, samples_per_second> values{};
    for (std::size_t i = 0; i < values.size(); ++i)
      values[i] = static_cast<std::int16_t>(
          std::lround(12000 * std::sin(2 * std::numbers::pi * i / values.size())));
    return values;
  }();
  const auto turned = std::int64_t{sample} * hertz % samples_per_second;
  return second[static_cast<std::size_t>(turned)];
}

void put_little(Bytes &to, std::size_t at, std::uint32_t value, int size) {
  for (int i = 0; i < size; ++i)
    to[at + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(value >> 8 * i);
}

void put_name(Bytes &to, std::size_t at, std::string_view name) {
  std::copy(name.begin(), name.end(), to.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace

Bytes music(int track, int samples) {
  Bytes audio(static_cast<std::size_t>(samples) * bytes_per_sample);
  for (int i = 0; i < samples; ++i) {
    // The pitch creeps up, so that no two seconds are the same.
    const int pitch = 220 * track + i / samples_per_second;
    const int left = sine(i, pitch) + sine(i, pitch * 5 / 4);
    const int right = sine(i, pitch * 3 / 2) + sine(i + 99, 220);
    const auto at = static_cast<std::size_t>(i) * bytes_per_sample;
    put_little(audio, at, static_cast<std::uint32_t>(left), 2);
    put_little(audio, at + 2, static_cast<std::uint32_t>(right), 2);
  }
  return audio;
}

Bytes wave_file(View audio) {
  Bytes file(wave_header_bytes);
  const auto size = static_cast<std::uint32_t>(audio.size());
  put_name(file, 0, "RIFF");
  put_little(file, 4, size + 36, 4);
  put_name(file, 8, "WAVEfmt ");
  put_little(file, 16, 16, 4);
  put_little(file, 20, 1, 2);
  put_little(file, 22, 2, 2);
  put_little(file, 24, 44100, 4);
  put_little(file, 28, 176400, 4);
  put_little(file, 32, 4, 2);
  put_little(file, 34, 16, 2);
  put_name(file, 36, "data");
  put_little(file, 40, size, 4);
  append(file, audio);
  return file;
}

}  // namespace redbook::drive
