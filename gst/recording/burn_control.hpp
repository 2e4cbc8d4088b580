/// Starts burns, waits for them, calls them off.
#pragma once

#include <gst/base/gstbasesink.h>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <variant>
#include <vector>

#include "burn/burn_batch.hpp"
#include "recording/waiter.hpp"
#include "result.hpp"

namespace redbook {

/// One batch of burns at a time, told of on the bus, while the streaming thread can wait
/// for it as GstBaseSink wants: a pause gets through at once, a flush or READY calls the
/// burn off. Any thread, if nothing else is said.
class BurnControl {
 public:
  /// Called on a burning thread when nobody burns any more: see BurnBatch::Callbacks.
  using Freed =
      std::function<std::exception_ptr(const std::exception_ptr &outcome, BurnPlace)>;

  /// Both must outlive the control.
  BurnControl(GstBaseSink *sink, Waiter &waiter) : sink_{sink}, waiter_{waiter} {}
  ~BurnControl() { end(); }

  /// How the pause before a burn ended: the burn is due, the application cancelled it, or
  /// a state change or a flush called it off.
  enum class Settled { due, cancelled, called_off };

  /// Streaming thread, preroll lock held. An upstream error is followed by the same EOS
  /// as the end of the music: this is the time in which the application can react to it.
  Settled settle(std::chrono::nanoseconds pause);

  /// Does not wait; the last words of earlier burns may still be told meanwhile.
  void start(std::vector<BurnRun> runs, Freed freed);

  /// Streaming thread, preroll lock held: until a burn succeeded or failed. A cancelled
  /// burn is neither, so the thread stays until the application burns again, or goes to
  /// READY.
  GstFlowReturn watch();

  /// Streaming thread, preroll lock held: until no burn goes on.
  GstFlowReturn wait_until_idle();

  /// True if a burn was due soon, and is not any more.
  bool cancel_settling();

  /// Asks a burn to stop. Does not wait.
  Result cancel();

  /// Cancels and waits. Not on the burning thread.
  void end();

 private:
  /// Nothing is due, or it was cancelled.
  struct Idle {};
  /// A burn is due soon.
  struct Settling {};
  /// It is due or goes on. To ask `burn` to stop cancels it.
  struct Burning {
    std::stop_source burn;
  };
  /// Nobody burns any more, but not everything is told yet.
  struct Telling {
    std::stop_source burn;
  };
  /// The streaming thread returns `flow`: OK or ERROR.
  struct Ended {
    GstFlowReturn flow;
  };
  using State = std::variant<Idle, Settling, Burning, Telling, Ended>;

  template <typename... States>
  bool is_any_of() const;
  GstFlowReturn wait_while_paused();
  Settled end_settling(Settled how);
  void tell_settling(GstProgressType type, const char *text, int percent);
  void begin_telling(const std::stop_source &burn);
  void finished(const std::exception_ptr &outcome, const std::stop_source &burn);

  GstBaseSink *sink_;
  Waiter &waiter_;

  std::mutex joining_;        // held while a burning thread is waited for; before mutex_
  mutable std::mutex mutex_;  // guards the rest; held for moments only, nothing after it
  State state_;               // waiter_ is woken when it changes
  std::unique_ptr<BurnBatch> batch_;  // the last one; it may still tell of its end
};

}  // namespace redbook
