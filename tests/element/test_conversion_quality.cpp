#include "bin_player.hpp"
#include "spectrum.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr double loudness = 0.891;  // -1 dBFS

/// A tone of whole hertz in 24 bits (S24_32LE), the same in both channels.
Pcm tone(int rate, double hertz, double seconds, double amplitude = loudness) {
  return pcm_of<std::int32_t>(
      static_cast<std::int64_t>(rate * seconds) * 2, [&](std::int64_t i) {
        return static_cast<std::int32_t>(
            std::lround(sine(hertz, rate, i / 2) * amplitude * 8388607));
      });
}

std::vector<int> converted(int rate, const Pcm &pcm) {
  BinPlayer player;
  player.play();
  player.stream_of(form("S24_32LE", rate, 2));
  fail_unless_equals_int(player.push(pcm, 0), GST_FLOW_OK);
  player.eos();
  return player.samples();
}

double strongest_harmonic(const Spectrum &spectrum, std::size_t hertz) {
  double most = -300;
  for (auto harmonic = hertz * 2; harmonic <= Spectrum::size / 2; harmonic += hertz)
    most = std::max(most, spectrum.level(harmonic));
  return most;
}

void say(const char *what, double decibels) {
  std::fprintf(stderr, "measured: %s: %.1f dBFS\n", what, decibels);
}

// TPDF dither and the one quantisation together are half a step, rms.
const double noise_of_one_dither = 20 * std::log10(0.5 / 32768 * std::sqrt(2.0));

void assert_one_dither(int rate) {
  const Spectrum spectrum{converted(rate, tone(rate, 997, 4)), 44100};
  const auto harmonic = strongest_harmonic(spectrum, 997);
  const auto noise = spectrum.noise_without(997);
  say((std::to_string(rate) + " Hz, strongest harmonic of 997 Hz").c_str(), harmonic);
  say((std::to_string(rate) + " Hz, noise").c_str(), noise);

  fail_unless(harmonic < -110);
  fail_unless(std::abs(noise - noise_of_one_dither) < 0.1);
  fail_unless(std::abs(spectrum.level(997) - 20 * std::log10(loudness)) < 0.01);
}

}  // namespace

REDBOOK_TEST(test_24_bits_have_the_noise_of_one_dither) { assert_one_dither(44100); }

REDBOOK_TEST(test_resampled_24_bits_have_the_noise_of_one_dither) {
  for (const int rate : {48000, 88200, 96000, 192000}) assert_one_dither(rate);
}

REDBOOK_TEST(test_tone_below_one_step_of_16_bits_is_heard) {
  const Spectrum spectrum{converted(48000, tone(48000, 997, 4, 0.25 / 32768)), 44100};
  say("48000 Hz, a tone of -102.4 dBFS, a quarter of a step", spectrum.level(997));

  fail_unless(std::abs(spectrum.level(997) - 20 * std::log10(0.25 / 32768)) < 0.5);
}

/// What became of tones at 48 kHz.
struct Sweep {
  double strongest_alias = -300;  ///< the strongest frequency but the tone's own
  double weakest_tone = 0;
};

/// In steps: so a tone can be told from what comes of it.
static Sweep swept(int from, int to, int by) {
  Pcm sweep;
  for (int hertz = from; hertz < to; hertz += by) {
    const auto step = tone(48000, hertz, 1.2);
    sweep.insert(sweep.end(), step.begin(), step.end());
  }
  const auto samples = converted(48000, sweep);
  Sweep result;
  std::size_t start = 4410;  // past what rings at a step
  for (int hertz = from; hertz < to; hertz += by, start += 52920) {
    const Spectrum spectrum{samples, start};
    const auto bin = static_cast<std::size_t>(hertz);
    result.strongest_alias =
        std::max(result.strongest_alias, spectrum.strongest_without(bin));
    if (bin <= Spectrum::size / 2)
      result.weakest_tone = std::min(result.weakest_tone, spectrum.level(bin));
  }
  return result;
}

REDBOOK_TEST(test_sweep_at_48_khz_aliases_nowhere) {
  const auto held = swept(501, 22050, 1000);
  const auto edge = swept(22051, 22150, 9);
  const auto beyond = swept(22150, 24000, 75);
  say("48000 Hz, sweep from 501 Hz to 22 kHz, strongest alias", held.strongest_alias);
  say("48000 Hz, sweep from 22.05 to 22.15 kHz, strongest alias", edge.strongest_alias);
  say("48000 Hz, sweep from 22.15 to 24 kHz, strongest alias", beyond.strongest_alias);

  fail_unless(held.strongest_alias < -115);
  fail_unless(edge.strongest_alias < -115);
  fail_unless(beyond.strongest_alias < -115);
}

REDBOOK_TEST(test_audio_is_whole_up_to_21_khz) {
  const auto sweep = swept(20, 21001, 2098);
  say("48000 Hz, sweep from 20 Hz to 21 kHz, weakest tone", sweep.weakest_tone);

  fail_unless(std::abs(sweep.weakest_tone - 20 * std::log10(loudness)) < 0.02);
}
