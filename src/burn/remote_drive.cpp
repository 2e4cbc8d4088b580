#include "burn/remote_drive.hpp"

#include <fcntl.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <utility>

#include "burn/burner_process.hpp"
#include "burn/burner_program.hpp"
#include "overloaded.hpp"
#include "text/text_field.hpp"
#include "text/utf8.hpp"
#include "wake.hpp"

namespace redbook {
namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

Error burner_error(const char *sentence, const std::string &detail) {
  return {Fault::drive, Result::generic, sentence, detail};
}

bool wants_verification(const Request &request) {
  const auto *const burn = std::get_if<request::Burn>(&request);
  return burn && burn->settings.verify != Verify::none && !burn->settings.simulate;
}

/// To ask the burner and wait for its outcome, as a disc may be half written; else a stop
/// leaves at once.
bool is_stopped_by_asking(const Request &request) {
  return std::holds_alternative<request::Burn>(request) ||
         std::holds_alternative<request::Erase>(request);
}

/// The player's side of one request, from the start of the burner to its outcome.
class DriveCall {
 public:
  DriveCall(const Request &request, BurnObserver &observer, const std::stop_token &stop,
            const Patience &patience)
      : request_{request},
        observer_{observer},
        stop_{stop},
        patience_{patience},
        process_{burner_program(), patience.end} {}

  /// Returns the status, if one was told. `file` goes with the request.
  std::optional<DriveStatus> run(FileDescriptor file);

 private:
  void converse(FileDescriptor file);
  void wait();
  Milliseconds until_limit() const;
  void listen();
  void hear(const std::string &message);
  void take(const Hello &hello);
  void take(const BurnEvent &event);
  void obey_stop();
  void check_limits();
  Error death();

  const Request &request_;
  BurnObserver &observer_;
  const std::stop_token &stop_;
  const Patience &patience_;
  BurnerProcess process_;
  Wake stopped_;
  Clock::time_point last_heard_ = Clock::now();
  std::optional<Clock::time_point> asked_to_stop_;
  std::optional<DriveStatus> status_;
  bool is_greeted_ = false;
  bool has_heard_of_verification_ = false;
  bool is_done_ = false;
};

// What is no burner of ours has begun nothing, and may wait for ever.
std::optional<DriveStatus> DriveCall::run(FileDescriptor file) {
  try {
    converse(std::move(file));
    return std::move(status_);
  } catch (...) {
    if (!is_greeted_) process_.kill();
    throw;
  }
}

void DriveCall::converse(FileDescriptor file) {
  const std::stop_callback ring{stop_, [this] { stopped_.ring(); }};
  process_.channel().queue(message_of(Request{Hello{.version = PACKAGE_VERSION}}));
  process_.channel().queue(message_of(request_), std::move(file));
  while (!is_done_) {
    process_.channel().flush();
    wait();
    listen();
    if (is_done_) break;
    if (!process_.channel().is_open()) throw death();
    obey_stop();
    check_limits();
  }
  if (wants_verification(request_) && !has_heard_of_verification_)
    throw burner_error(
        "The disc is burned, and not verified: the program redbook-burner is too old. Reinstall redbooksink.",
        {});
}

Milliseconds DriveCall::until_limit() const {
  auto limit = last_heard_ + (is_greeted_ ? patience_.silence : patience_.hello);
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
  while (!is_done_) {
    const auto received = process_.channel().receive();
    if (!received) return;
    hear(received->message);
  }
}

void DriveCall::hear(const std::string &message) {
  last_heard_ = Clock::now();
  auto event = event_in(message);
  if (!is_greeted_ && !std::holds_alternative<Hello>(event) &&
      !std::holds_alternative<event::Failed>(event))
    throw burner_error(
        "What should be redbook-burner is another program: reinstall redbooksink.",
        message.substr(0, 80));
  std::visit(Overloaded{[](event::Heartbeat) {},
                        [this](event::Status &e) { status_ = std::move(e.status); },
                        [this](event::Done) { is_done_ = true; },
                        [](event::Cancelled) { throw Cancelled{}; },
                        [](const event::Failed &e) { throw e.error; },
                        [this](const auto &e) { take(e); }},
             event);
}

void DriveCall::take(const Hello &hello) {
  check_protocol(hello, "The program redbook-burner");
  is_greeted_ = true;
}

void DriveCall::take(const BurnEvent &event) {
  has_heard_of_verification_ =
      has_heard_of_verification_ || std::holds_alternative<event::Verified>(event);
  observer_.on(event);
}

void DriveCall::obey_stop() {
  if (asked_to_stop_ || !stop_.stop_requested()) return;
  if (!is_stopped_by_asking(request_)) {
    process_.release();
    throw Cancelled{};
  }
  asked_to_stop_ = Clock::now();
  process_.channel().queue(message_of(Request{request::Cancel{}}));
}

void DriveCall::check_limits() {
  if (until_limit() > Milliseconds{0}) return;
  const auto process = "process " + std::to_string(process_.pid());
  if (!is_greeted_)
    throw burner_error(
        "The program redbook-burner was started and says nothing: reinstall redbooksink.",
        process);
  process_.release();
  if (asked_to_stop_)
    throw Error{
        Fault::drive, Result::user_abort,
        "The drive was asked to stop and has not let go yet: wait until its light is out before you use it.",
        process};
  throw burner_error(
      "The program redbook-burner does not answer any more. It may still be burning: wait until the light of the drive is out. The audio is kept.",
      process);
}

Error DriveCall::death() {
  if (!is_greeted_)
    return burner_error(
        "The program redbook-burner ended as soon as it was started: reinstall redbooksink.",
        process_.how_it_ended());
  if (!std::holds_alternative<request::Burn>(request_))
    return burner_error("The program redbook-burner died before it was done: try again.",
                        process_.how_it_ended());
  return burner_error(
      "The program redbook-burner died before the disc was complete. The audio is kept: burn it again, on another disc if this one is spoilt.",
      process_.how_it_ended());
}

FileDescriptor duplicate_of(int fd) {
  FileDescriptor copy{::fcntl(fd, F_DUPFD_CLOEXEC, 0)};
  if (!copy)
    throw Error::of_errno(Fault::stash, "The staged audio can't be handed to the burner.",
                          "fcntl");
  return copy;
}

void shorten(Texts &texts) {
  for (auto *text : {&texts.title, &texts.performer, &texts.songwriter, &texts.composer,
                     &texts.arranger, &texts.message})
    *text = cut_to(*text, max_text_field_length);
  texts.translated.clear();
}

/// The texts are on the disc as packs; beside them they serve the report only, and must
/// not make the message too long.
Disc with_short_texts(Disc disc) {
  shorten(disc.texts);
  disc.genre = cut_to(disc.genre, max_text_field_length);
  for (auto &track : disc.tracks) shorten(track.texts);
  return disc;
}

}  // namespace

std::optional<DriveStatus> RemoteDrive::call(const Request &request, FileDescriptor file,
                                             BurnObserver &observer,
                                             const std::stop_token &stop) const {
  throw_if_stopped(stop);
  return DriveCall{request, observer, stop, patience_}.run(std::move(file));
}

std::optional<DriveStatus> RemoteDrive::call(const Request &request,
                                             const std::stop_token &stop) const {
  Unobserved nobody;
  return call(request, {}, nobody, stop);
}

DriveStatus RemoteDrive::status(const std::stop_token &stop) const {
  auto status = call(request::Probe{device_}, stop);
  if (!status)
    throw burner_error("The program redbook-burner tells nothing of the drive.", device_);
  return *std::move(status);
}

void RemoteDrive::erase(Blanking kind, BurnObserver &observer,
                        const std::stop_token &stop) const {
  call(request::Erase{device_, kind}, {}, observer, stop);
}

void RemoteDrive::eject(const std::stop_token &stop) const {
  call(request::Eject{device_}, stop);
}

void RemoteDrive::load(const std::stop_token &stop) const {
  call(request::Load{device_}, stop);
}

void RemoteDrive::burn(const Disc &disc, const Stash &stash,
                       const DriveSettings &settings, const ReportDraft &report,
                       BurnObserver &observer, const std::stop_token &stop) const {
  call(request::Burn{device_, with_short_texts(disc), settings, stash.lead_bytes(),
                     report},
       duplicate_of(stash.fd()), observer, stop);
}

}  // namespace redbook
