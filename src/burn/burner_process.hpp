/// The program redbook-burner, running.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>

#include "handle.hpp"
#include "protocol/channel.hpp"

namespace redbook {

/// A started burner. It is in a session of its own, has the socket as its only descriptor
/// beside 0, 1 and 2, of which the first two are /dev/null, and every signal as it was.
/// The destructor lets go of the socket and waits a moment for the program to end; one
/// that still burns goes on, and is reaped when it ends.
class BurnerProcess {
 public:
  using Milliseconds = std::chrono::milliseconds;

  /// `patience`: how long the destructor waits. Throws Error (drive) if `program`
  /// can't be started.
  explicit BurnerProcess(const std::filesystem::path &program,
                         Milliseconds patience = std::chrono::seconds{2});
  ~BurnerProcess();
  BurnerProcess(const BurnerProcess &) = delete;
  BurnerProcess &operator=(const BurnerProcess &) = delete;

  Channel &channel() { return channel_; }
  pid_t pid() const noexcept { return pid_; }

  /// From here on nothing waits for its end.
  void release() noexcept { patience_ = Milliseconds{0}; }

  /// Ends it, by force.
  void kill() noexcept;

  /// In words, once the other end of the channel is closed: "killed by signal 9".
  std::string how_it_ended();

 private:
  bool wait_for_end();

  Channel channel_;
  Milliseconds patience_;
  pid_t pid_ = -1;
  FileDescriptor pid_file_;  // readable once it has ended
  int status_ = 0;           // from waitpid(), once pid_ is -1 again
  bool is_reaped_ = false;
};

}  // namespace redbook
