/// What a player asked of a drive, under way.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

#include "handle.hpp"
#include "redbook-burner/serve/event_queue.hpp"

namespace redbook {

/// Opens a drive for as long as the object lives, or throws Error.
using DriveOpener = std::function<std::unique_ptr<Drive>(const std::string &device)>;

/// One request, on a thread of its own. The last event that it posts is its outcome; the
/// drive is free by then.
class DriveWork {
 public:
  /// `stash` came with the request, if anything did. What is passed by reference must
  /// outlive this.
  DriveWork(Request request, FileDescriptor stash, const DriveOpener &open_drive,
            EventQueue &events);

  /// Asks it to stop.
  void cancel() noexcept { thread_.request_stop(); }

  /// The player is gone: what burns goes on, anything else is asked to stop.
  void abandon() noexcept;

  /// Whether the outcome is posted.
  bool has_ended() const noexcept { return ended_; }

 private:
  enum class Stage { before, burning, abandoned };

  void run(const Request &request, FileDescriptor stash, const std::stop_token &stop);
  Event outcome_of(const Request &request, FileDescriptor stash,
                   const std::stop_token &stop);
  void perform(const Request &request, FileDescriptor stash, const std::stop_token &stop);
  void burn(request::Burn burn, FileDescriptor file, const std::stop_token &stop);
  void begin_burning();

  const DriveOpener &open_drive_;
  EventQueue &events_;
  std::atomic<Stage> stage_ = Stage::before;
  std::atomic<bool> ended_ = false;
  std::jthread thread_;  // destroyed first: it uses the members above
};

}  // namespace redbook
