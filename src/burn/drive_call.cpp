#include "burn/drive_call.hpp"

#include <poll.h>

#include <algorithm>
#include <array>
#include <utility>

#include "burn/burner_process.hpp"
#include "burn/burner_program.hpp"
#include "wake.hpp"

namespace redbook {
namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

Error burner_error(const char *sentence, const std::string &detail) {
  return {Fault::drive, Result::generic, sentence, detail};
}

/// Hands the events of a burner to an observer, and keeps what is the end of it.
class Listener {
 public:
  explicit Listener(BurnObserver &observer) : observer_{observer} {}

  bool is_greeted() const { return greeted_; }
  bool has_outcome() const { return has_outcome_; }
  bool has_heard_of_verification() const { return verified_; }
  std::optional<DriveStatus> take_status() { return std::move(status_); }

  void operator()(const Hello &hello) {
    check_protocol(hello, "The program redbook-burner");
    greeted_ = true;
  }
  void operator()(const BurnEvent &e) {
    verified_ = verified_ || std::holds_alternative<event::Verified>(e);
    observer_.on(e);
  }
  void operator()(const event::Heartbeat &) {}
  void operator()(event::Status &e) { status_ = std::move(e.status); }
  void operator()(const event::Done &) { has_outcome_ = true; }
  void operator()(const event::Cancelled &) { throw Cancelled{}; }
  void operator()(const event::Failed &e) { throw e.error; }

 private:
  BurnObserver &observer_;
  std::optional<DriveStatus> status_;
  bool greeted_ = false;
  bool verified_ = false;
  bool has_outcome_ = false;
};

bool wants_verification(const Request &request) {
  const auto *const burn = std::get_if<request::Burn>(&request);
  return burn && burn->settings.verify != Verify::none && !burn->settings.simulate;
}

/// The player's side of one request.
class DriveCall {
 public:
  DriveCall(BurnObserver &observer, const std::stop_token &stop, Stopping stopping,
            const Patience &patience)
      : process_{burner_program(), patience.end},
        listener_{observer},
        stop_{stop},
        stopping_{stopping},
        patience_{patience},
        last_heard_{Clock::now()} {}

  std::optional<DriveStatus> run(const Request &request, FileDescriptor file);

 private:
  std::optional<DriveStatus> converse(const Request &request, FileDescriptor file);
  void wait();
  Milliseconds until_limit() const;
  void listen();
  void hear(const std::string &message);
  void obey_stop();
  void check_limits();
  Error death();

  BurnerProcess process_;
  Listener listener_;
  const std::stop_token &stop_;
  Stopping stopping_;
  bool burns_ = false;
  const Patience &patience_;
  Wake stopped_;
  Clock::time_point last_heard_;
  std::optional<Clock::time_point> asked_to_stop_;
};

// What is no burner of ours has begun nothing, and may wait for ever.
std::optional<DriveStatus> DriveCall::run(const Request &request, FileDescriptor file) {
  try {
    return converse(request, std::move(file));
  } catch (...) {
    if (!listener_.is_greeted()) process_.kill();
    throw;
  }
}

std::optional<DriveStatus> DriveCall::converse(const Request &request,
                                               FileDescriptor file) {
  const std::stop_callback ring{stop_, [this] { stopped_.ring(); }};
  process_.channel().queue(message_of(Request{Hello{.version = PACKAGE_VERSION}}));
  process_.channel().queue(message_of(request), std::move(file));
  burns_ = std::holds_alternative<request::Burn>(request);
  while (!listener_.has_outcome()) {
    process_.channel().flush();
    wait();
    listen();
    if (listener_.has_outcome()) break;
    if (!process_.channel().is_open()) throw death();
    obey_stop();
    check_limits();
  }
  if (wants_verification(request) && !listener_.has_heard_of_verification())
    throw burner_error(
        "The disc is burned, and not verified: the program redbook-burner is too old. "
        "Reinstall redbooksink.",
        {});
  return listener_.take_status();
}

Milliseconds DriveCall::until_limit() const {
  auto limit =
      last_heard_ + (listener_.is_greeted() ? patience_.silence : patience_.hello);
  if (asked_to_stop_) limit = std::min(limit, *asked_to_stop_ + patience_.cancel);
  const auto left = std::chrono::ceil<Milliseconds>(limit - Clock::now());
  return std::max(left, Milliseconds{0});
}

void DriveCall::wait() {
  auto &channel = process_.channel();
  const auto wanted = channel.waiting() > 0 ? POLLIN | POLLOUT : POLLIN;
  std::array<pollfd, 2> sources{pollfd{channel.fd(), static_cast<short>(wanted), 0},
                                pollfd{stopped_.fd(), POLLIN, 0}};
  ::poll(sources.data(), sources.size(), static_cast<int>(until_limit().count()));
  stopped_.clear();
}

void DriveCall::listen() {
  while (!listener_.has_outcome()) {
    const auto received = process_.channel().receive();
    if (!received) return;
    hear(received->message);
  }
}

void DriveCall::hear(const std::string &message) {
  last_heard_ = Clock::now();
  auto event = event_in(message);
  if (!listener_.is_greeted() && !std::holds_alternative<Hello>(event) &&
      !std::holds_alternative<event::Failed>(event))
    throw burner_error(
        "What should be redbook-burner is another program: reinstall redbooksink.",
        message.substr(0, 80));
  std::visit(listener_, event);
}

void DriveCall::obey_stop() {
  if (asked_to_stop_ || !stop_.stop_requested()) return;
  if (stopping_ == Stopping::leaves) {
    process_.release();
    throw Cancelled{};
  }
  asked_to_stop_ = Clock::now();
  process_.channel().queue(message_of(Request{request::Cancel{}}));
}

void DriveCall::check_limits() {
  if (until_limit() > Milliseconds{0}) return;
  const auto process = "process " + std::to_string(process_.pid());
  if (!listener_.is_greeted())
    throw burner_error(
        "The program redbook-burner was started and says nothing: reinstall redbooksink.",
        process);
  process_.release();
  if (asked_to_stop_)
    throw Error{
        Fault::drive, Result::user_abort,
        "The drive was asked to stop and has not let go yet: wait until its light "
        "is out before you use it.",
        process};
  throw burner_error(
      "The program redbook-burner does not answer any more. It may still be burning: "
      "wait "
      "until the light of the drive is out. The audio is kept.",
      process);
}

Error DriveCall::death() {
  if (!listener_.is_greeted())
    return burner_error(
        "The program redbook-burner ended as soon as it was started: reinstall "
        "redbooksink.",
        process_.how_it_ended());
  if (!burns_)
    return burner_error("The program redbook-burner died before it was done: try again.",
                        process_.how_it_ended());
  return burner_error(
      "The program redbook-burner died before the disc was complete. The audio is kept: "
      "burn it again, on another disc if this one is spoilt.",
      process_.how_it_ended());
}

}  // namespace

std::optional<DriveStatus> call_drive(const Request &request, FileDescriptor file,
                                      Stopping stopping, BurnObserver &observer,
                                      const std::stop_token &stop,
                                      const Patience &patience) {
  if (stop.stop_requested()) throw Cancelled{};
  return DriveCall{observer, stop, stopping, patience}.run(request, std::move(file));
}

}  // namespace redbook
