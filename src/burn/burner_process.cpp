#include "burn/burner_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string>
#include <thread>
#include <utility>

#include "error.hpp"

namespace redbook {
namespace {

constexpr int first_free = 3;

void check_started(int error, const std::filesystem::path &program) {
  if (error == 0) return;
  errno = error;
  throw Error::of_errno(
      Fault::drive,
      "The program redbook-burner, which burns the discs, can't be started: reinstall redbooksink.",
      program.string());
}

/// Which descriptors the program gets: what it reads is empty, what it prints is not
/// mixed with the output of the player, and its complaints go where the player's go.
class FileActions {
 public:
  explicit FileActions(int socket) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_addopen(&actions_, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions_, 1, "/dev/null", O_WRONLY, 0);
    if (::fcntl(2, F_GETFD) < 0)
      ::posix_spawn_file_actions_addopen(&actions_, 2, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions_, socket, first_free);
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, first_free + 1);
  }
  ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions &) = delete;
  FileActions &operator=(const FileActions &) = delete;
  const posix_spawn_file_actions_t *get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

/// A session of its own, so that no terminal takes it down, and no signal blocked or
/// ignored.
class Attributes {
 public:
  Attributes() {
    sigset_t none{}, all{};
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_init(&attributes_);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setsigdefault(&attributes_, &all);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK |
                                                 POSIX_SPAWN_SETSIGDEF);
  }
  ~Attributes() { ::posix_spawnattr_destroy(&attributes_); }
  Attributes(const Attributes &) = delete;
  Attributes &operator=(const Attributes &) = delete;
  const posix_spawnattr_t *get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

pid_t spawned(const std::filesystem::path &program, int socket) {
  // Above 2, where the first of the actions would close it.
  const FileDescriptor end{::fcntl(socket, F_DUPFD_CLOEXEC, first_free)};
  if (!end) check_started(errno, program);
  const FileActions actions{end.get()};
  const Attributes attributes;
  auto name = program.string();
  auto option = std::string{"--serve"};
  auto number = std::to_string(first_free);
  std::array<char *, 4> arguments{name.data(), option.data(), number.data(), nullptr};
  pid_t pid = -1;
  check_started(::posix_spawn(&pid, name.c_str(), actions.get(), attributes.get(),
                              arguments.data(), environ),
                program);
  return pid;
}

// The status of a child that has ended, or 0 if somebody else has reaped it.
int reap(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0)
    if (errno != EINTR) return 0;
  return status;
}

}  // namespace

BurnerProcess::BurnerProcess(const std::filesystem::path &program, Milliseconds patience)
    : channel_{FileDescriptor{}}, patience_{patience} {
  auto [own, other] = socket_pair();
  channel_ = Channel{std::move(own)};
  pid_ = spawned(program, other.get());
  pid_file_ = FileDescriptor{static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0))};
}

bool BurnerProcess::wait_for_end() {
  if (is_reaped_) return true;
  pollfd end{pid_file_.get(), POLLIN, 0};
  const auto patience = static_cast<int>(patience_.count());
  if (!pid_file_ || ::poll(&end, 1, patience) != 1) return false;
  status_ = reap(pid_);
  is_reaped_ = true;
  return true;
}

BurnerProcess::~BurnerProcess() {
  channel_ = Channel{FileDescriptor{}};
  if (!wait_for_end()) std::thread{reap, pid_}.detach();
}

void BurnerProcess::kill() noexcept {
  if (pid_file_)  // a number may belong to another process by now
    ::syscall(SYS_pidfd_send_signal, pid_file_.get(), SIGKILL, nullptr, 0);
  else if (!is_reaped_)
    ::kill(pid_, SIGKILL);
}

std::string BurnerProcess::how_it_ended() {
  if (!wait_for_end()) return "it closed its socket, and still runs";
  if (WIFSIGNALED(status_))
    return "killed by signal " + std::to_string(WTERMSIG(status_));
  return "exit code " + std::to_string(WEXITSTATUS(status_));
}

}  // namespace redbook
