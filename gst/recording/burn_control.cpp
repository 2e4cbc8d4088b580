#include "recording/burn_control.hpp"

#include <optional>
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

template <typename... States>
bool BurnControl::is_any_of() const {
  const std::lock_guard lock{mutex_};
  return (std::holds_alternative<States>(state_) || ...);
}

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
  {
    const std::lock_guard lock{mutex_};
    state_ = Settling{};
  }
  tell_settling(GST_PROGRESS_TYPE_START, "The music is staged", 0);
  for (;;) {
    const auto woken =
        waiter_.wait_until(deadline, [this] { return !is_any_of<Settling>(); });
    if (woken != Waiter::Woken::interrupted) return end_settling(Settled::due);
    if (wait_while_paused() != GST_FLOW_OK) return end_settling(Settled::called_off);
  }
}

// The application may have cancelled in the same moment: then that is what counts.
BurnControl::Settled BurnControl::end_settling(Settled how) {
  {
    const std::lock_guard lock{mutex_};
    if (!std::holds_alternative<Settling>(state_))
      how = Settled::cancelled;
    else if (how == Settled::due)
      state_ = Burning{};
    else
      state_ = Idle{};
  }
  if (how == Settled::due)
    tell_settling(GST_PROGRESS_TYPE_COMPLETE, "The burn begins", 100);
  else
    tell_settling(GST_PROGRESS_TYPE_CANCELED, "The burn was called off", 0);
  return how;
}

// The new threads, not the caller, wait for the last words of the earlier ones.
void BurnControl::start(std::vector<BurnRun> runs, Freed freed) {
  const std::lock_guard lock{mutex_};
  const auto earlier = std::make_shared<Earlier>(std::move(batch_));
  if (!std::holds_alternative<Burning>(state_)) state_ = Burning{};
  const auto burn = std::get<Burning>(state_).burn;
  batch_ = std::make_unique<BurnBatch>(
      std::move(runs),
      BurnBatch::Callbacks{
          .begin = [earlier] { earlier->end(); },
          .freed =
              [this, freed = std::move(freed), burn](const auto &outcome, auto run) {
                begin_telling(burn);
                return freed(outcome, run);
              },
          .failed =
              [this](const auto &outcome) { post_error(GST_ELEMENT(sink_), outcome); },
          .finished = [this, burn](const auto &outcome) { finished(outcome, burn); }},
      burn);
}

// From here on there is nothing to cancel.
void BurnControl::begin_telling(const std::stop_source &burn) {
  const std::lock_guard lock{mutex_};
  const auto *burning = std::get_if<Burning>(&state_);
  if (burning && burning->burn == burn) state_ = Telling{burn};
}

// A later burn may have begun while the application was told of this one.
void BurnControl::finished(const std::exception_ptr &outcome,
                           const std::stop_source &burn) {
  const auto result = outcome_of(outcome, 0).result;
  {
    const std::lock_guard lock{mutex_};
    const auto *telling = std::get_if<Telling>(&state_);
    if (!telling || telling->burn != burn) return;
    if (result == Result::user_abort)
      state_ = Idle{};
    else
      state_ = Ended{result == Result::ok ? GST_FLOW_OK : GST_FLOW_ERROR};
  }
  waiter_.wake();
}

GstFlowReturn BurnControl::watch() {
  for (;;) {
    std::optional<Ended> ended;
    const auto woken = waiter_.wait([&] {
      const std::lock_guard lock{mutex_};
      if (const auto *state = std::get_if<Ended>(&state_)) ended = *state;
      return ended.has_value();
    });
    if (woken == Waiter::Woken::ready) return ended->flow;
    if (const auto flow = wait_while_paused(); flow != GST_FLOW_OK) {
      end();
      return flow;
    }
  }
}

GstFlowReturn BurnControl::wait_until_idle() {
  const auto goes_on = [this] { return is_any_of<Burning, Telling>(); };
  while (goes_on()) {
    const auto woken = waiter_.wait([&] { return !goes_on(); });
    if (woken == Waiter::Woken::ready) break;
    if (const auto flow = wait_while_paused(); flow != GST_FLOW_OK) return flow;
  }
  return GST_FLOW_OK;
}

bool BurnControl::cancel_settling() {
  {
    const std::lock_guard lock{mutex_};
    if (!std::holds_alternative<Settling>(state_)) return false;
    state_ = Idle{};
  }
  waiter_.wake();
  return true;
}

Result BurnControl::cancel() {
  const std::lock_guard lock{mutex_};
  auto *burning = std::get_if<Burning>(&state_);
  if (!burning) return Result::not_in_progress;
  burning->burn.request_stop();
  return Result::ok;
}

void BurnControl::end() {
  const std::lock_guard joining{joining_};
  std::unique_ptr<BurnBatch> batch;
  {
    const std::lock_guard lock{mutex_};
    batch = std::move(batch_);
  }
}

}  // namespace redbook
