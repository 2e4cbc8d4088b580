#include "loudness/loudness_survey.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <utility>

#include "error.hpp"
#include "loudness/loudness_meter.hpp"
#include "stash/audio_pieces.hpp"

namespace redbook {
namespace {

/// A run of audio that one thread measures, and where the answer goes.
struct SurveyRun {
  Lba start;
  Lba end;
  TruePeaks true_peaks;
  MeasuredLoudness *answer;
};

/// Runs that threads take one after another.
class Survey {
 public:
  Survey(const Stash &stash, std::vector<SurveyRun> runs, const std::stop_token &stop)
      : stash_{stash}, runs_{std::move(runs)}, stop_{stop} {}

  void measure_all(const WorkDone &done) {
    {
      std::vector<std::jthread> helpers;
      for (std::size_t i = 1; i < max_threads(); ++i)
        helpers.emplace_back([this] { take_runs([] {}); });
      take_runs([&] { done(Blocks{measured_}, total()); });
    }
    if (failure_) std::rethrow_exception(failure_);
    done(total(), total());
  }

 private:
  Blocks total() const {
    Blocks sum;
    for (const auto &run : runs_) sum += run.end - run.start;
    return sum;
  }

  std::size_t max_threads() const {
    return std::min<std::size_t>(std::thread::hardware_concurrency(), runs_.size());
  }

  /// If one thread fails, the others soon end.
  template <typename Tell>
  void take_runs(Tell &&tell) noexcept {
    try {
      for (auto i = next_++; i < runs_.size(); i = next_++) measure(runs_[i], tell);
    } catch (...) {
      if (!failed_.exchange(true)) failure_ = std::current_exception();
    }
  }

  template <typename Tell>
  void measure(const SurveyRun &run, Tell &&tell) {
    LoudnessMeter meter{run.true_peaks};
    for_each_piece(stash_, run.start, run.end, [&](Bytes piece, Lba /*at*/) {
      if (stop_.stop_requested() || failed_) throw Cancelled{};
      meter.append(piece);
      measured_ += Blocks::whole(size_of(piece)).count();
      tell();
    });
    *run.answer = meter.measured();
  }

  const Stash &stash_;
  const std::vector<SurveyRun> runs_;
  const std::stop_token stop_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<std::int64_t> measured_ = 0;  // blocks
  std::atomic<bool> failed_ = false;
  std::exception_ptr failure_;  // written once, by who sets failed_
};

}  // namespace

// The whole is measured as what it is heard as, joins included. It takes the longest.
LoudnessSurvey survey_loudness(const Stash &stash, const Disc &disc, const WorkDone &done,
                               const std::stop_token &stop) {
  LoudnessSurvey survey{{}, std::vector<MeasuredLoudness>(disc.tracks.size())};
  std::vector<SurveyRun> runs{
      {Lba{0}, disc.lead_out(), TruePeaks::left_out, &survey.whole}};
  for (std::size_t i = 0; i < disc.tracks.size(); ++i)
    runs.push_back({disc.tracks[i].start, disc.tracks[i].end(), TruePeaks::measured,
                    &survey.tracks[i]});
  Survey{stash, std::move(runs), stop}.measure_all(done);
  for (const auto &track : survey.tracks)
    survey.whole.true_peak = std::max(survey.whole.true_peak, track.true_peak);
  return survey;
}

}  // namespace redbook
