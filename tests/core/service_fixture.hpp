/// A burner that serves, and the player that asks it.
#pragma once

#include <poll.h>
#include <sys/socket.h>

#include <optional>
#include <semaphore>
#include <thread>

#include "fake_drive.hpp"
#include "protocol/channel.hpp"
#include "redbook-burner/serve/serve.hpp"
#include "suite.hpp"

namespace redbook::test {

using Gate = std::binary_semaphore;

/// A burner on a thread, and the player's end of its socket.
class Service {
 public:
  explicit Service(DriveActs acts = {}, bool says_hello = true) : acts_{std::move(acts)} {
    if (says_hello) say(Hello{});
    if (says_hello) hear();
  }
  ~Service() { leave(); }
  Service(const Service &) = delete;
  Service &operator=(const Service &) = delete;

  void say(const Request &request, FileDescriptor file = {}) {
    say_text(message_of(request), std::move(file));
  }
  void say_text(const std::string &text, FileDescriptor file = {}) {
    player_->queue(text, std::move(file));
    for (;;) {
      player_->flush();
      if (player_->waiting() == 0) return;
      wait_for(POLLOUT);
    }
  }

  /// The next message but heartbeats, and nothing where the burner has left.
  std::string hear() {
    for (;;) {
      const auto text = hear_all();
      if (text != R"({"type":"heartbeat"})") return text;
    }
  }
  std::string hear_all() {
    for (;;) {
      if (auto received = player_->receive()) return received->message;
      if (!player_->is_open()) return {};
      wait_for(POLLIN);
    }
  }

  /// The kinds of the next messages, up to the outcome of a request.
  std::string hear_out() {
    std::string kinds;
    for (;;) {
      const auto message = hear();
      kinds += kind_of(message) + ' ';
      if (message.empty() || is_outcome(message)) return kinds;
    }
  }

  /// The player is gone, and the burner knows it.
  void hang_up() {
    if (!player_) return;
    ::shutdown(player_->fd(), SHUT_WR);
    while (!hear_all().empty()) continue;
    player_.reset();
  }
  /// The same, and the burner has ended.
  void leave() {
    hang_up();
    if (burner_.joinable()) burner_.join();
  }

  static std::string kind_of(const std::string &message) {
    const auto start = message.find("\":\"");
    if (start == message.npos) return "silence";
    return message.substr(start + 3, message.find('"', start + 3) - start - 3);
  }

 private:
  static bool is_outcome(const std::string &message) {
    const auto kind = kind_of(message);
    return kind == "done" || kind == "cancelled" || kind == "failed";
  }
  void wait_for(short events) {
    pollfd source{player_->fd(), events, 0};
    ::poll(&source, 1, -1);
  }

  std::pair<FileDescriptor, FileDescriptor> ends_ = socket_pair();
  std::optional<Channel> player_{std::in_place, std::move(ends_.first)};
  DriveActs acts_;
  std::jthread burner_{[this, fd = ::dup(std::exchange(ends_.second, {}).get())] {
    serve(
        fd,
        [this](const std::string &device) {
          if (device == "/dev/none")
            throw Error{Fault::drive, Result::generic, "There is no such drive.", device};
          return std::make_unique<FakeDrive>(acts_);
        },
        std::chrono::milliseconds{5});
  }};
};

/// A stash with a disc of one track in it.
struct Staged {
  TempDir folder;
  Disc disc{{{Lba{0}, {}, Blocks{300}, {}, {"One"}}}};
  std::shared_ptr<Stash> stash = stash_with(folder, counting_audio(Blocks{300}));

  request::Burn request() const {
    return {
        "/dev/sr0", disc, {.write_speed = 600}, 0, {(folder / "report.json").string()}};
  }
  FileDescriptor file() const { return FileDescriptor{::dup(stash->fd())}; }
};

inline bool tells(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

/// What a drive tells of a burn that goes well.
inline void tell_everything(BurnObserver &observer) {
  observer.on(event::Found{{"X", Severity::note, 0, "Odd.", ""}});
  observer.on(event::Chosen{WriteMode::sao, 600});
  observer.on(event::Preparing{std::chrono::seconds{2}});
  observer.on(event::TracksWritten{0});
  observer.on(event::BufferFilled{90});
  observer.on(event::BlocksWritten{Blocks{300}});
  observer.on(event::TracksWritten{1});
  observer.on(event::Closing{std::chrono::seconds{3}});
}

}  // namespace redbook::test
