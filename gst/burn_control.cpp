#include "burn_control.hpp"

#include <utility>

#include "messages.hpp"

namespace redbook {

/// A burner that lets an earlier burn's thread end first.
class BurnControl::After : public Burner {
 public:
  After(std::unique_ptr<Task> earlier, std::unique_ptr<Burner> burner)
      : earlier_{std::move(earlier)}, burner_{std::move(burner)} {}

  void burn(const Disc &disc, BurnObserver &observer, std::stop_token stop) override {
    earlier_.reset();
    burner_->burn(disc, observer, std::move(stop));
  }

 private:
  std::unique_ptr<Task> earlier_;
  std::unique_ptr<Burner> burner_;
};

// Between the end of one pause and the beginning of the next this thread may not have
// run: then unlock() and unlock_stop() are over, and only the state tells.
GstFlowReturn BurnControl::wait_while_paused() {
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

// The new thread, not the caller, waits for the last words of the earlier one.
void BurnControl::start(std::unique_ptr<Burner> burner, const BurnSubject &subject,
                        Freed freed) {
  const std::lock_guard lock{job_mutex_};
  auto after = std::make_unique<After>(std::move(task_), std::move(burner));
  phase_ = Phase::burning;
  task_ = std::make_unique<Task>(GST_ELEMENT(sink_), subject);
  task_->job =
      std::make_unique<BurnJob>(std::move(after), subject.disc, task_->reporter,
                                [this, task = task_.get(), freed = std::move(freed),
                                 number = ++number_](const std::exception_ptr &outcome) {
                                  begin_telling(number);
                                  const auto told = freed(outcome);
                                  finished(task->reporter.finished(told), number);
                                });
  running_ = true;
  if (std::exchange(cancel_asked_, false)) task_->job->cancel();
}

// From here on there is nothing to cancel.
void BurnControl::begin_telling(int number) {
  const std::lock_guard lock{job_mutex_};
  if (number != number_) return;
  phase_ = Phase::telling;
  running_ = false;
}

// A later burn may have begun while the application was told of this one.
void BurnControl::finished(Result result, int number) {
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
    task_->job->cancel();
  else
    cancel_asked_ = true;
  return Result::ok;
}

void BurnControl::end() {
  const std::lock_guard joining{joining_};
  std::unique_ptr<Task> task;
  {
    const std::lock_guard lock{job_mutex_};
    task = std::move(task_);
    running_ = false;
  }
}

}  // namespace redbook
