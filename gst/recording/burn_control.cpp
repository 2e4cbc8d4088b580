#include "recording/burn_control.hpp"

#include <utility>

#include "bus/boundary.hpp"
#include "bus/messages.hpp"
#include "report/report.hpp"

namespace redbook {

namespace {

/// An earlier batch, which ends before another one begins.
class Earlier {
 public:
  explicit Earlier(std::unique_ptr<BurnBatch> batch) : batch_{std::move(batch)} {}

  /// Waits for its last words. Any thread.
  void end() {
    std::call_once(once_, [this] { batch_.reset(); });
  }

 private:
  std::once_flag once_;
  std::unique_ptr<BurnBatch> batch_;
};

void post_error(GstElement *element, const std::exception_ptr &outcome) {
  guarded(element, "burning", [&] { std::rethrow_exception(outcome); });
}

}  // namespace

// Between the end of one pause and the beginning of the next this thread may not have
// run: then unlock() and unlock_stop() are over, and only the state tells. A flush is
// told once, to whoever waits in that moment: after it only the pad knows.
GstFlowReturn BurnControl::wait_while_paused() {
  if (GST_PAD_IS_FLUSHING(GST_BASE_SINK_PAD(sink_))) return GST_FLOW_FLUSHING;
  GstFlowReturn flow = GST_FLOW_OK;
  do flow = gst_base_sink_wait_preroll(sink_);
  while (flow == GST_FLOW_OK && waiter_.paused());
  return flow;
}

void BurnControl::tell_settling(GstProgressType type, const char *text, int percent) {
  auto *element = GST_ELEMENT(sink_);
  gst_element_post_message(
      element, progress_message(element, type, "redbook-prepare", text, percent));
}

BurnControl::Settled BurnControl::settle(std::chrono::nanoseconds pause) {
  const auto deadline = std::chrono::steady_clock::now() + pause;
  phase_ = Phase::settling;
  tell_settling(GST_PROGRESS_TYPE_START, "The music is staged", 0);
  for (;;) {
    const auto woken =
        waiter_.wait_until(deadline, [this] { return phase_ != Phase::settling; });
    if (woken != Waiter::Woken::interrupted) return end_settling(Settled::due);
    if (wait_while_paused() != GST_FLOW_OK) return end_settling(Settled::called_off);
  }
}

// The application may have cancelled in the same moment: then that is what counts.
BurnControl::Settled BurnControl::end_settling(Settled how) {
  auto settling = Phase::settling;
  const bool due = how == Settled::due;
  if (!phase_.compare_exchange_strong(settling, due ? Phase::burning : Phase::idle))
    how = Settled::cancelled;
  if (how == Settled::due)
    tell_settling(GST_PROGRESS_TYPE_COMPLETE, "The burn begins", 100);
  else
    tell_settling(GST_PROGRESS_TYPE_CANCELED, "The burn was called off", 0);
  return how;
}

// The new threads, not the caller, wait for the last words of the earlier ones.
void BurnControl::start(std::vector<BurnRun> runs, Freed freed) {
  const std::lock_guard lock{job_mutex_};
  const auto earlier = std::make_shared<Earlier>(std::move(batch_));
  const int number = ++number_;
  std::stop_source stop;
  if (std::exchange(cancel_asked_, false)) stop.request_stop();
  phase_ = Phase::burning;
  batch_ = std::make_unique<BurnBatch>(
      std::move(runs),
      BurnBatch::Callbacks{
          .begin = [earlier] { earlier->end(); },
          .freed =
              [this, freed = std::move(freed), number](const auto &outcome, auto run) {
                begin_telling(number);
                return freed(outcome, run);
              },
          .failed =
              [this](const auto &outcome) { post_error(GST_ELEMENT(sink_), outcome); },
          .finished = [this, number](const auto &outcome) { finished(outcome, number); }},
      stop);
  running_ = true;
}

// From here on there is nothing to cancel.
void BurnControl::begin_telling(int number) {
  const std::lock_guard lock{job_mutex_};
  if (number != number_) return;
  phase_ = Phase::telling;
  running_ = false;
}

// A later burn may have begun while the application was told of this one.
void BurnControl::finished(const std::exception_ptr &outcome, int number) {
  const auto result = outcome_of(outcome, 0).result;
  {
    const std::lock_guard lock{job_mutex_};
    if (number != number_) return;
    phase_ = result == Result::ok           ? Phase::burned
             : result == Result::user_abort ? Phase::cancelled
                                            : Phase::failed;
  }
  waiter_.wake();
}

GstFlowReturn BurnControl::watch() {
  for (;;) {
    const auto woken = waiter_.wait(
        [this] { return phase_ == Phase::burned || phase_ == Phase::failed; });
    if (woken == Waiter::Woken::ready)
      return phase_ == Phase::burned ? GST_FLOW_OK : GST_FLOW_ERROR;
    if (const auto flow = wait_while_paused(); flow != GST_FLOW_OK) {
      end();
      return flow;
    }
  }
}

GstFlowReturn BurnControl::wait_until_idle() {
  const auto goes_on = [this] {
    return phase_ == Phase::burning || phase_ == Phase::telling;
  };
  while (goes_on()) {
    const auto woken = waiter_.wait([&] { return !goes_on(); });
    if (woken == Waiter::Woken::ready) break;
    if (const auto flow = wait_while_paused(); flow != GST_FLOW_OK) return flow;
  }
  return GST_FLOW_OK;
}

bool BurnControl::cancel_settling() {
  auto settling = Phase::settling;
  if (!phase_.compare_exchange_strong(settling, Phase::cancelled)) return false;
  waiter_.wake();
  return true;
}

Result BurnControl::cancel() {
  const std::lock_guard lock{job_mutex_};
  if (phase_ != Phase::burning) return Result::not_in_progress;
  if (running_)
    batch_->cancel();
  else
    cancel_asked_ = true;
  return Result::ok;
}

void BurnControl::end() {
  const std::lock_guard joining{joining_};
  std::unique_ptr<BurnBatch> batch;
  {
    const std::lock_guard lock{job_mutex_};
    batch = std::move(batch_);
    running_ = false;
  }
}

}  // namespace redbook
