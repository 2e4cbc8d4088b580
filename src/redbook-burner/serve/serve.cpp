#include "redbook-burner/serve/serve.hpp"

#include <poll.h>

#include <array>
#include <csignal>
#include <optional>
#include <utility>

#include "protocol/channel.hpp"

namespace redbook {
namespace {

using std::chrono::milliseconds;

// What the player has not read yet; more waits in the queue, which can leave it out.
constexpr std::size_t max_packets = 100;

/// One player, served.
class Server {
 public:
  Server(FileDescriptor socket, const DriveOpener &open_drive, milliseconds heartbeat)
      : channel_{std::move(socket)}, open_drive_{open_drive}, heartbeat_{heartbeat} {}

  void run();

 private:
  bool is_needed() const { return work_ || (channel_.is_open() && !refused_); }
  bool hears() const { return channel_.is_open() && !refused_; }
  void wait();
  void take_messages();
  void take(Received received);
  void begin(Request request, FileDescriptor file);
  void refuse(const Error &error);
  void forward_events();
  bool has_room();
  void join_ended();
  void say_farewell();

  Channel channel_;
  const DriveOpener &open_drive_;
  milliseconds heartbeat_;
  EventQueue events_;
  std::optional<DriveWork> work_;
  bool greeted_ = false;
  bool refused_ = false;  // what the player says makes no sense: it is not heard any more
};

void Server::run() {
  channel_.queue(message_of(Event{Hello{.version = PACKAGE_VERSION}}));
  while (is_needed()) {
    channel_.flush();
    wait();
    take_messages();
    if (!hears() && work_) work_->abandon();
    forward_events();
  }
  say_farewell();
}

void Server::wait() {
  const auto wanted = (hears() ? POLLIN : 0) | (channel_.waiting() > 0 ? POLLOUT : 0);
  std::array<pollfd, 2> sources{
      pollfd{wanted ? channel_.fd() : -1, static_cast<short>(wanted), 0},
      pollfd{events_.wake().fd(), POLLIN, 0}};
  const auto patience = work_ ? static_cast<int>(heartbeat_.count()) : -1;
  const auto ready = ::poll(sources.data(), sources.size(), patience);
  if (ready == 0 && channel_.waiting() < max_packets)
    channel_.queue(message_of(Event{event::Heartbeat{}}));
  events_.wake().clear();
}

void Server::take_messages() {
  try {
    while (hears()) {
      auto received = channel_.receive();
      if (!received) return;
      take(*std::move(received));
    }
  } catch (const Error &error) {
    refuse(error);
  }
}

void Server::take(Received received) {
  auto request = request_in(received.message);
  const auto *const hello = std::get_if<Hello>(&request);
  if (!greeted_ && !hello)
    throw Error{Fault::drive, Result::generic, "The player says no hello."};
  if (hello) {
    check_protocol(*hello, "The player");
    greeted_ = true;
  } else if (std::holds_alternative<request::Cancel>(request)) {
    if (work_) work_->cancel();
  } else {
    begin(std::move(request), std::move(received.file));
  }
}

void Server::begin(Request request, FileDescriptor file) {
  join_ended();
  if (work_)
    throw Error{Fault::drive, Result::busy, "The player wants two things at once."};
  work_.emplace(std::move(request), std::move(file), open_drive_, events_);
}

// While the drive works, its outcome is the only one that counts.
void Server::refuse(const Error &error) {
  refused_ = true;
  if (!work_) channel_.queue(message_of(Event{event::Failed{error}}));
}

// What does not go away now waits until the socket has room, which wakes us.
void Server::forward_events() {
  join_ended();
  while (has_room()) {
    const auto event = events_.take();
    if (!event) break;
    if (channel_.is_open()) channel_.queue(message_of(*event));
  }
}

bool Server::has_room() {
  if (channel_.waiting() >= max_packets) channel_.flush();
  return !channel_.is_open() || channel_.waiting() < max_packets;
}

// Work has ended before its outcome can be taken, or answered by the next request.
void Server::join_ended() {
  if (work_ && work_->has_ended()) work_.reset();
}

// What was said last should be heard; a player that does not listen is not waited for.
void Server::say_farewell() {
  for (;;) {
    while (const auto event = events_.take()) channel_.queue(message_of(*event));
    channel_.flush();
    if (channel_.waiting() == 0) return;
    pollfd room{channel_.fd(), POLLOUT, 0};
    if (::poll(&room, 1, static_cast<int>(heartbeat_.count())) <= 0) return;
  }
}

}  // namespace

void serve(int fd, const DriveOpener &open_drive, milliseconds heartbeat) {
  std::signal(SIGPIPE, SIG_IGN);
  Server{FileDescriptor{fd}, open_drive, heartbeat}.run();
}

}  // namespace redbook
