#include "burn/medium_wait.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

#include "drive/burn_plan.hpp"
#include "error.hpp"

namespace redbook {
namespace {

/// Returns early after a stop.
void pause(std::chrono::milliseconds time, const std::stop_token &stop) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock{mutex};
  never.wait_for(lock, stop, time, [] { return false; });
  throw_if_stopped(stop);
}

std::string time_of(std::chrono::milliseconds limit) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(limit).count();
  return std::to_string(seconds) + (seconds == 1 ? " second" : " seconds");
}

class Wait {
 public:
  Wait(const WatchedTray &tray, const Disc &disc, const DriveSettings &settings,
       const MediumWait &wait, BurnObserver &observer)
      : tray_{tray},
        disc_{disc},
        settings_{settings},
        wait_{wait},
        observer_{observer},
        another_{wait.another},
        deadline_{Clock::now() + wait.limit} {}

  void run(const std::stop_token &stop) {
    while (!is_ready()) {
      if (Clock::now() >= deadline_) give_up();
      pause(wait_.interval, stop);
    }
  }

 private:
  using Clock = std::chrono::steady_clock;

  bool is_ready() {
    const auto status = look();
    if (!status) return false;
    if (status->medium.state == MediumState::none) return nothing_in(*status);
    if (another_) return refused(RequestedMedium::next, "");
    try {
      check_medium(*status, settings_);
      if (may_wait()) check_room(disc_, *status, settings_);
      return true;
    } catch (const Error &error) {
      if (!may_wait() || error.fault() != Fault::medium) throw;
      return refused(RequestedMedium::another, error.what());
    }
  }

  bool may_wait() const { return wait_.limit.count() > 0; }

  // Desktops look at a disc, too, when it comes.
  std::optional<DriveStatus> look() {
    try {
      return tray_.look();
    } catch (const Error &error) {
      if (!may_wait() || error.result() != Result::device_still_in_use) throw;
      return std::nullopt;
    }
  }

  bool nothing_in(const DriveStatus &status) {
    if (!may_wait()) check_medium(status, settings_);
    another_ = false;
    refused_ = false;
    if (!asked_) ask(wait_.another ? RequestedMedium::next : RequestedMedium::blank, "");
    return false;
  }

  // If a tray does not open, whoever is asked opens it.
  bool refused(RequestedMedium medium, const std::string &complaint) {
    if (std::exchange(refused_, true)) return false;
    try {
      tray_.eject();
    } catch (const Error &) {
    }
    ask(medium, complaint);
    return false;
  }

  void ask(RequestedMedium medium, const std::string &complaint) {
    asked_ = true;
    deadline_ = Clock::now() + wait_.limit;
    observer_.on(event::MediumRequested{medium, complaint});
  }

  [[noreturn]] void give_up() const {
    throw Error{Fault::medium, Result::medium_not_present,
                "No disc that will do was inserted within " + time_of(wait_.limit) + "."};
  }

  const WatchedTray &tray_;
  const Disc &disc_;
  const DriveSettings &settings_;
  const MediumWait &wait_;
  BurnObserver &observer_;
  bool another_;          // the last burn's disc is still in the drive
  bool refused_ = false;  // the disc in the drive won't do, and was told to
  bool asked_ = false;
  Clock::time_point deadline_;
};

}  // namespace

void wait_for_medium(const WatchedTray &tray, const Disc &disc,
                     const DriveSettings &settings, const MediumWait &wait,
                     BurnObserver &observer, const std::stop_token &stop) {
  Wait{tray, disc, settings, wait, observer}.run(stop);
}

}  // namespace redbook
