#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

#include <future>
#include <semaphore>

#include "burner/channel.hpp"
#include "burner/serve.hpp"
#include "fake_drive.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

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
  std::shared_ptr<Stash> stash = stash_with(folder, counting_sound(Blocks{300}));

  request::Burn request() const {
    return {
        "/dev/sr0", disc, {.write_speed = 600}, 0, {(folder / "report.json").string()}};
  }
  FileDescriptor file() const { return FileDescriptor{::dup(stash->fd())}; }
};

bool tells(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

/// What a drive tells of a burn that goes well.
void tell_everything(BurnObserver &observer) {
  observer.found({"X", Severity::note, 0, "Odd.", ""});
  observer.chosen("sao", 600);
  observer.preparing(std::chrono::seconds{2});
  observer.tracks_written(0);
  observer.buffer_filled(90);
  observer.blocks_written(Blocks{300});
  observer.tracks_written(1);
  observer.closing(std::chrono::seconds{3});
}

}  // namespace

START_TEST(test_burner_says_hello_first) {
  Service service{{}, false};

  assert_text(service.hear(), message_of(Event{Hello{.version = PACKAGE_VERSION}}));
}
END_TEST

START_TEST(test_newer_player_is_refused_with_a_reason) {
  Service service{{}, false};
  service.hear();

  service.say(Hello{2, "9.9"});

  const auto failed = std::get<event::Failed>(event_in(service.hear()));
  assert_text(failed.error.what(),
              "The player is of another version than this one: reinstall redbooksink.");
  assert_text(service.hear(), "");
}
END_TEST

START_TEST(test_garbage_is_refused_with_a_reason) {
  for (const auto *text : {"garbage", R"({"type":"probe","device":"/dev/sr0"})"}) {
    Service service{{}, false};
    service.hear();

    service.say_text(text);

    assert_text(Service::kind_of(service.hear()), "failed");
    assert_text(service.hear(), "");
  }
}
END_TEST

START_TEST(test_status_is_told) {
  const DriveStatus status{.device = "/dev/sr0", .vendor = "V"};
  Service service{{.status = [&] { return status; }}};

  service.say(request::Probe{"/dev/sr0"});

  ck_assert(std::get<event::Status>(event_in(service.hear())).status == status);
  assert_text(service.hear_out(), "done ");
}
END_TEST

START_TEST(test_drive_is_free_before_the_outcome_is_told) {
  std::atomic<bool> closed = false;
  Service service{{.closed = [&] { closed = true; }}};

  service.say(request::Eject{"/dev/sr0"});

  assert_text(service.hear_out(), "done ");
  ck_assert(closed);
}
END_TEST

START_TEST(test_requests_follow_each_other) {
  std::string calls;
  Service service{{.erase =
                       [&](Blanking kind, BurnObserver &observer, auto) {
                         calls += kind == Blanking::full ? "erase " : "";
                         observer.erasing(std::chrono::seconds{1},
                                          std::chrono::seconds{2});
                       },
                   .eject = [&] { calls += "eject "; },
                   .load = [&] { calls += "load "; }}};

  service.say(request::Erase{"/dev/sr0", Blanking::full});
  assert_text(service.hear_out(), "erasing done ");
  service.say(request::Eject{"/dev/sr0"});
  assert_text(service.hear_out(), "done ");
  service.say(request::Load{"/dev/sr0"});
  assert_text(service.hear_out(), "done ");

  assert_text(calls, "erase eject load ");
}
END_TEST

START_TEST(test_error_of_the_drive_is_told) {
  Service service;

  service.say(request::Probe{"/dev/none"});

  const auto failed = std::get<event::Failed>(event_in(service.hear()));
  assert_text(failed.error.what(), "There is no such drive.");
  assert_text(failed.error.detail(), "/dev/none");
}
END_TEST

START_TEST(test_burn_is_told_in_its_order) {
  const Staged staged;
  Pcm heard = silence(Blocks{300});
  Service service{
      {.burn = [&](const Disc &disc, const Stash &stash, const DriveSettings &settings,
                   BurnObserver &observer, auto) {
        if (disc == staged.disc && settings.write_speed == 600) stash.read(0, heard);
        tell_everything(observer);
      }}};

  service.say(staged.request(), staged.file());

  assert_text(service.hear_out(),
              "found chosen preparing tracks-written buffer-filled blocks-written "
              "tracks-written closing done ");
  ck_assert(heard == counting_sound(Blocks{300}));
}
END_TEST

START_TEST(test_burn_leaves_its_report) {
  const Staged staged;
  Service service{{.burn = [&](auto &, auto &, auto &, BurnObserver &observer, auto) {
    tell_everything(observer);
  }}};

  service.say(staged.request(), staged.file());
  service.hear_out();

  const auto report = contents(staged.folder / "report.json");
  ck_assert(tells(report, R"("result": "ok")"));
  ck_assert(tells(report, R"("tracks-written": 1)"));
  ck_assert(tells(report, R"("write-mode": "sao")"));
  ck_assert(tells(report, R"("name": "X")"));
  assert_text(staged.folder.names(), "report.json report.txt ");
}
END_TEST

START_TEST(test_failed_burn_leaves_its_report) {
  const Staged staged;
  Service service{{.burn = [](auto &, auto &, auto &, auto &, auto) {
    throw Error{Fault::medium, Result::generic, "It is scratched.", "3/0c/00"};
  }}};

  service.say(staged.request(), staged.file());
  assert_text(service.hear_out(), "failed ");

  const auto report = contents(staged.folder / "report.json");
  ck_assert(tells(report, R"("result": "generic")"));
  ck_assert(tells(report, R"("error": "It is scratched.")"));
  ck_assert(tells(report, R"("write-mode": "auto")"));
}
END_TEST

START_TEST(test_report_that_cannot_be_written_is_a_finding) {
  const Staged staged;
  auto request = staged.request();
  request.report.location = "/nowhere/report.json";
  Service service;

  service.say(request, staged.file());

  assert_text(service.hear_out(), "found done ");
}
END_TEST

START_TEST(test_burn_without_its_audio_is_refused) {
  const Staged staged;
  Service service;

  service.say(staged.request());

  assert_text(service.hear_out(), "failed ");
}
END_TEST

START_TEST(test_stash_that_ends_early_is_told) {
  const Staged staged;
  staged.stash->resize(Blocks{300}.bytes() - 1);
  Service service;

  service.say(staged.request(), staged.file());

  const auto failed = std::get<event::Failed>(event_in(service.hear()));
  assert_text(failed.error.what(), "The staged audio ends before the disc does.");
  assert_text(failed.error.detail(), "705599 bytes of 705600");
}
END_TEST

START_TEST(test_cancelled_burn_is_told) {
  const Staged staged;
  Service service{{.burn = [](auto &, auto &, auto &, auto &, std::stop_token stop) {
    Gate stopped{0};
    const std::stop_callback open{stop, [&] { stopped.release(); }};
    stopped.acquire();
    throw Cancelled{};
  }}};

  service.say(staged.request(), staged.file());
  service.say(request::Cancel{});

  assert_text(service.hear_out(), "cancelled ");
}
END_TEST

START_TEST(test_cancel_without_a_burn_is_nothing) {
  Service service;

  service.say(request::Cancel{});
  service.say(request::Eject{"/dev/sr0"});

  assert_text(service.hear_out(), "done ");
}
END_TEST

START_TEST(test_heartbeat_is_heard_while_the_drive_works) {
  Gate heard{0};
  Service service{{.load = [&] { heard.acquire(); }}};

  service.say(request::Load{"/dev/sr0"});

  assert_text(service.hear_all(), R"({"type":"heartbeat"})");
  heard.release();
  assert_text(service.hear_out(), "done ");
}
END_TEST

START_TEST(test_disc_of_a_player_that_is_gone_is_finished) {
  const Staged staged;
  Gate begun{0}, gone{0};
  bool stopped = true;
  Service service{{.burn = [&](auto &, auto &, auto &, auto &observer, auto stop) {
    begun.release();
    gone.acquire();
    tell_everything(observer);
    stopped = stop.stop_requested();
  }}};
  service.say(staged.request(), staged.file());
  begun.acquire();

  service.hang_up();
  gone.release();
  service.leave();

  ck_assert(!stopped);
  ck_assert(tells(contents(staged.folder / "report.json"), R"("result": "ok")"));
}
END_TEST

START_TEST(test_disc_of_a_player_that_says_garbage_is_finished) {
  const Staged staged;
  Gate begun{0}, said{0};
  bool stopped = true;
  Service service{{.burn = [&](auto &, auto &, auto &, auto &, auto stop) {
    begun.release();
    said.acquire();
    stopped = stop.stop_requested();
  }}};
  service.say(staged.request(), staged.file());
  begun.acquire();

  service.say_text("garbage");
  said.release();

  assert_text(service.hear_out(), "done ");
  assert_text(service.hear(), "");
  ck_assert(!stopped);
}
END_TEST

START_TEST(test_second_request_does_not_disturb_a_burn) {
  const Staged staged;
  Gate begun{0}, said{0};
  Service service{{.burn = [&](auto &, auto &, auto &, auto &, auto) {
    begun.release();
    said.acquire();
  }}};
  service.say(staged.request(), staged.file());
  begun.acquire();

  service.say(request::Eject{"/dev/sr0"});
  said.release();

  assert_text(service.hear_out(), "done ");
}
END_TEST

START_TEST(test_erasing_for_a_player_that_is_gone_is_stopped) {
  Gate begun{0};
  Service service{{.erase = [&](auto, auto &, std::stop_token stop) {
    Gate stopped{0};
    const std::stop_callback open{stop, [&] { stopped.release(); }};
    begun.release();
    stopped.acquire();
    throw Cancelled{};
  }}};
  service.say(request::Erase{"/dev/sr0", Blanking::fast});
  begun.acquire();

  service.leave();
}
END_TEST

START_TEST(test_burn_does_not_wait_for_a_player_that_does_not_listen) {
  const Staged staged;
  Gate burned{0};
  Service service{{.burn = [&](auto &, auto &, auto &, BurnObserver &observer, auto) {
    for (int i = 1; i <= 20000; ++i) observer.blocks_written(Blocks{i});
    burned.release();
  }}};

  service.say(staged.request(), staged.file());
  burned.acquire();

  std::string last, message;
  while (Service::kind_of(message = service.hear()) == "blocks-written") last = message;
  assert_text(last, R"({"type":"blocks-written","written":20000})");
  assert_text(Service::kind_of(message), "done");
}
END_TEST

int main() {
  return run("serve", {test_burner_says_hello_first,
                       test_newer_player_is_refused_with_a_reason,
                       test_garbage_is_refused_with_a_reason,
                       test_status_is_told,
                       test_drive_is_free_before_the_outcome_is_told,
                       test_requests_follow_each_other,
                       test_error_of_the_drive_is_told,
                       test_burn_is_told_in_its_order,
                       test_burn_leaves_its_report,
                       test_failed_burn_leaves_its_report,
                       test_report_that_cannot_be_written_is_a_finding,
                       test_burn_without_its_audio_is_refused,
                       test_stash_that_ends_early_is_told,
                       test_cancelled_burn_is_told,
                       test_cancel_without_a_burn_is_nothing,
                       test_heartbeat_is_heard_while_the_drive_works,
                       test_disc_of_a_player_that_is_gone_is_finished,
                       test_disc_of_a_player_that_says_garbage_is_finished,
                       test_second_request_does_not_disturb_a_burn,
                       test_erasing_for_a_player_that_is_gone_is_stopped,
                       test_burn_does_not_wait_for_a_player_that_does_not_listen});
}
