#include "sink/drive_actions.hpp"

#include <utility>

#include "burn/remote_drive.hpp"
#include "bus/messages.hpp"
#include "report/report.hpp"
#include "util/owned.hpp"

namespace redbook {
namespace {

/// Tells the application how an erasing goes on.
class EraseReporter : public BurnObserver {
 public:
  explicit EraseReporter(GstElement *element) : element_{element} {
    progress(GST_PROGRESS_TYPE_START, "Erasing the disc", 0);
  }

  void on(const BurnEvent &event) noexcept override {
    const auto *const erasing = std::get_if<event::Erasing>(&event);
    if (!erasing || std::exchange(told_, erasing->elapsed) == erasing->elapsed) return;
    post(erase_progress_message(element_, *erasing));
    const auto total = erasing->estimated_total.count();
    const auto percent =
        total > 0 ? static_cast<int>(100 * erasing->elapsed.count() / total) : 0;
    progress(GST_PROGRESS_TYPE_CONTINUE,
             "Erasing the disc, " + std::to_string(percent) + " %", percent);
  }

  void finished(const Outcome &outcome) {
    post(erase_complete_message(element_, outcome.result));
    if (outcome.result == Result::ok)
      return progress(GST_PROGRESS_TYPE_COMPLETE, "The disc is blank", 100);
    const bool cancelled = outcome.result == Result::user_abort;
    if (!cancelled) post(warning_message(element_, outcome.sentence, outcome.detail));
    progress(cancelled ? GST_PROGRESS_TYPE_CANCELED : GST_PROGRESS_TYPE_ERROR,
             "The disc was not erased", 0);
  }

 private:
  void post(GstMessage *message) { gst_element_post_message(element_, message); }
  void progress(GstProgressType type, const std::string &text, int percent) {
    post(progress_message(element_, type, "redbook-erase", text.c_str(), percent));
  }

  GstElement *element_;
  std::chrono::seconds told_{-1};
};

// A thread cannot wait for itself: it is nearly over then.
void wait_for(std::jthread thread) {
  thread.request_stop();
  if (thread.get_id() == std::this_thread::get_id()) thread.detach();
}

template <typename Work>
Outcome outcome_of_work(Work &&work) {
  try {
    work();
    return {};
  } catch (...) {
    return outcome_of(std::current_exception(), 0);
  }
}

}  // namespace

void DriveActions::erase_now(const Drives &drives, Blanking kind,
                             const std::stop_token &stop) {
  EraseReporter reporter{element_};
  const auto outcome = outcome_of_work([&] {
    for (const auto &drive : drives) RemoteDrive{drive}.erase(kind, reporter, stop);
  });
  busy_ = false;
  reporter.finished(outcome);
}

// The element lives until the last word is told, and may end with it on that thread.
Result DriveActions::erase(const Drives &drives, Blanking kind) {
  if (drives.empty()) return Result::invalid_argument;
  if (busy_.exchange(true)) return Result::busy;
  OwnedElement alive{GST_ELEMENT(gst_object_ref(element_))};
  const std::lock_guard lock{mutex_};
  wait_for(std::exchange(
      erasing_,
      std::jthread{[this, drives, kind, alive = std::move(alive)](
                       const std::stop_token &stop) { erase_now(drives, kind, stop); }}));
  return Result::ok;
}

template <typename Work>
Result DriveActions::run(const Drives &drives, Work &&work) {
  if (drives.empty()) return Result::invalid_argument;
  if (busy_.exchange(true)) return Result::busy;
  const auto outcome = outcome_of_work([&] {
    for (const auto &drive : drives) work(RemoteDrive{drive});
  });
  busy_ = false;
  if (outcome.result != Result::ok)
    gst_element_post_message(element_,
                             warning_message(element_, outcome.sentence, outcome.detail));
  return outcome.result;
}

Result DriveActions::eject(const Drives &drives) {
  return run(drives, [](const RemoteDrive &drive) { drive.eject({}); });
}

Result DriveActions::load(const Drives &drives) {
  return run(drives, [](const RemoteDrive &drive) { drive.load({}); });
}

void DriveActions::end() {
  const std::lock_guard lock{mutex_};
  wait_for(std::exchange(erasing_, {}));
}

}  // namespace redbook
