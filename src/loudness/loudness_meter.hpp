/// Measures how loud audio is.
#pragma once

#include <memory>

#include "bytes.hpp"
#include "loudness/loudness.hpp"

namespace redbook {

/// Whether a meter looks for peaks between the samples too, which takes four times as
/// long as all else.
enum class TruePeaks { measured, left_out };

/// Measures a run of audio while it goes by, by libebur128. Memory does not grow by more
/// than some bytes a second. Not for two threads at once.
class LoudnessMeter {
 public:
  explicit LoudnessMeter(TruePeaks true_peaks = TruePeaks::measured);
  ~LoudnessMeter();
  LoudnessMeter(const LoudnessMeter &) = delete;
  LoudnessMeter &operator=(const LoudnessMeter &) = delete;

  /// Whole samples.
  void append(Bytes audio);

  /// Of all so far.
  MeasuredLoudness measured() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace redbook
