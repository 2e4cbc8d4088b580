#include "loudness/loudness_meter.hpp"

#include <ebur128.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <new>
#include <vector>

#include "loudness/pcm_words.hpp"
#include "units.hpp"

namespace redbook {
namespace {

constexpr unsigned channels = 2;

int mode_of(TruePeaks true_peaks) {
  const int loudness = int{EBUR128_MODE_I} | int{EBUR128_MODE_LRA};
  return true_peaks == TruePeaks::measured ? loudness | int{EBUR128_MODE_TRUE_PEAK}
                                           : loudness;
}

}  // namespace

struct LoudnessMeter::State {
  struct End {
    void operator()(ebur128_state *state) const { ebur128_destroy(&state); }
  };
  std::unique_ptr<ebur128_state, End> meter;
  TruePeaks true_peaks;
  std::vector<std::int16_t> words{};

  double true_peak() const {
    double most = 0;
    if (true_peaks == TruePeaks::left_out) return most;
    for (unsigned channel = 0; channel < channels; ++channel) {
      double peak = 0;
      ebur128_true_peak(meter.get(), channel, &peak);
      most = std::max(most, peak);
    }
    return most;
  }
};

LoudnessMeter::LoudnessMeter(TruePeaks true_peaks)
    : state_{new State{std::unique_ptr<ebur128_state, State::End>{ebur128_init(
                           channels, samples_per_second, mode_of(true_peaks))},
                       true_peaks}} {
  if (!state_->meter) throw std::bad_alloc{};
}

LoudnessMeter::~LoudnessMeter() = default;

void LoudnessMeter::append(Bytes audio) {
  assert(size_of(audio) % bytes_per_sample == 0);
  auto &words = state_->words;
  words.resize(audio.size() / sizeof(std::int16_t));
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = word_at(audio.data(), i);
  if (ebur128_add_frames_short(state_->meter.get(), words.data(),
                               words.size() / channels) != EBUR128_SUCCESS)
    throw std::bad_alloc{};
}

MeasuredLoudness LoudnessMeter::measured() const {
  MeasuredLoudness measured{.true_peak = state_->true_peak()};
  double integrated = 0;
  ebur128_loudness_global(state_->meter.get(), &integrated);
  if (std::isfinite(integrated)) measured.integrated = integrated;
  ebur128_loudness_range(state_->meter.get(), &measured.range);
  return measured;
}

}  // namespace redbook
