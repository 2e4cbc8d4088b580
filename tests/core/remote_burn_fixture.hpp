/// A fake redbook-burner, and the player that starts it.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdlib>

#include "burn/drive_burner.hpp"
#include "noting_observer.hpp"

namespace redbook::test {

using std::chrono::milliseconds;

/// An environment variable, for as long as it lives.
class Variable {
 public:
  Variable(const char *name, const std::string &value)
      : name_{name}, before_{std::getenv(name) ? std::getenv(name) : ""} {
    ::setenv(name, value.c_str(), 1);
  }
  ~Variable() {
    if (before_.empty())
      ::unsetenv(name_);
    else
      ::setenv(name_, before_.c_str(), 1);
  }
  Variable(const Variable &) = delete;
  Variable &operator=(const Variable &) = delete;

 private:
  const char *name_;
  std::string before_;
};

/// A folder that is a drive, and a disc for it.
struct Burning {
  TempDir drive;
  Disc disc{{{Lba{0}, {}, Blocks{300}, {}, {"One"}}}, {"Album"}};
  std::shared_ptr<Stash> stash = stash_with(drive, counting_audio(Blocks{300}));
  Patience patience{};

  explicit Burning(const std::string &plan = {}) {
    if (!plan.empty()) write_file(drive / "plan", plan);
  }

  RemoteDrive remote() const { return RemoteDrive{drive.path().string(), patience}; }
  void burn(BurnObserver &observer, std::stop_token stop = {}) const {
    DriveBurner{stash, remote(), {}, {(drive / "report").string()}}.burn(disc, observer,
                                                                         stop);
  }
  Error error_of_burn() const {
    NotingObserver observer;
    return error_of([&] { burn(observer); });
  }
  bool is_burned() const {
    const auto audio = counting_audio(Blocks{300});
    return contents(drive / "burned") ==
           std::string{reinterpret_cast<const char *>(audio.data()), audio.size()};
  }
  std::string log() const { return contents(drive / "log"); }
};

/// The burner that an error speaks of; it is ended.
inline void end_process_of(const Error &error) {
  constexpr std::string_view word = "process ";
  ck_assert(error.detail().starts_with(word));
  ::kill(std::stoi(error.detail().substr(word.size())), SIGKILL);
}

inline bool has_no_children() {
  return ::waitpid(-1, nullptr, WNOHANG) < 0 && errno == ECHILD;
}

inline int open_descriptors() {
  int count = 0;
  for (int fd = 0; fd < 1024; ++fd) count += ::fcntl(fd, F_GETFD) >= 0;
  return count;
}

/// What only a drive tells, too.
class HearingAll : public NotingObserver {
 public:
  void on(const BurnEvent &event) noexcept override {
    std::visit(
        Overloaded{[this](const event::Erasing &e) {
                     note("erasing " + std::to_string(e.elapsed.count()) + '/' +
                          std::to_string(e.estimated_total.count()));
                   },
                   [this](const event::Chosen &e) {
                     note(std::string{"chosen "} + name_of(e.write_mode) + ' ' +
                          std::to_string(e.write_speed));
                   },
                   [this](const event::BufferFilled &e) {
                     note("buffer " + std::to_string(e.percent));
                   },
                   [this](const event::Found &e) { note("found " + e.finding.name); },
                   [](const auto &) {}},
        event);
    NotingObserver::on(event);
  }
};

/// A player in a process of its own that burns, and ends by `signal` when it has heard
/// `lines` of it.
inline void lose_player(const Burning &burning, int lines, int signal) {
  const auto player = ::fork();
  if (player == 0) {
    std::signal(signal, SIG_DFL);
    NotingObserver observer{[=](int heard) {
      if (heard == lines) ::raise(signal);
    }};
    burning.burn(observer);
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(player, &status, 0);
  ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == signal);
}

/// Returns when the drive is closed.
inline void wait_for_end_of(const Burning &burning) {
  const FileDescriptor end{::open((burning.drive / "end").c_str(), O_RDONLY)};
  ck_assert(end);
}

}  // namespace redbook::test
