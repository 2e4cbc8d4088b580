#include <fcntl.h>
#include <sys/wait.h>

#include <thread>

#include "burn/burner_program.hpp"
#include "burn/drive_burner.hpp"
#include "burning.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

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
  std::shared_ptr<Stash> stash = stash_with(drive, counting_sound(Blocks{300}));
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
    const auto sound = counting_sound(Blocks{300});
    return contents(drive / "burned") ==
           std::string{reinterpret_cast<const char *>(sound.data()), sound.size()};
  }
  std::string log() const { return contents(drive / "log"); }
};

/// The burner that an error speaks of; it is ended.
void end_process_of(const Error &error) {
  constexpr std::string_view word = "process ";
  ck_assert(error.detail().starts_with(word));
  ::kill(std::stoi(error.detail().substr(word.size())), SIGKILL);
}

bool has_no_children() { return ::waitpid(-1, nullptr, WNOHANG) < 0 && errno == ECHILD; }

int open_descriptors() {
  int count = 0;
  for (int fd = 0; fd < 1024; ++fd) count += ::fcntl(fd, F_GETFD) >= 0;
  return count;
}

/// What only a drive tells, too.
class HearingAll : public NotingObserver {
 public:
  void erasing(std::chrono::seconds elapsed,
               std::chrono::seconds total) noexcept override {
    note("erasing " + std::to_string(elapsed.count()) + '/' +
         std::to_string(total.count()));
  }
  void chosen(const char *mode, int speed) noexcept override {
    note(std::string{"chosen "} + mode + ' ' + std::to_string(speed));
  }
  void buffer_filled(int percent) noexcept override {
    note("buffer " + std::to_string(percent));
  }
  void found(const Finding &finding) noexcept override { note("found " + finding.name); }
};

/// A player in a process of its own that burns, and ends by `signal` when it has heard
/// `lines` of it.
void lose_player(const Burning &burning, int lines, int signal) {
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
void wait_for_end_of(const Burning &burning) {
  const FileDescriptor end{::open((burning.drive / "end").c_str(), O_RDONLY)};
  ck_assert(end);
}

}  // namespace

START_TEST(test_burn_is_told_in_its_order) {
  const Burning burning;
  HearingAll observer;

  burning.burn(observer);

  assert_text(observer.text(),
              "found FAKE\nchosen sao 600\npreparing\ntracks 0\nbuffer 100\nblocks 100\n"
              "buffer 100\nblocks 200\nbuffer 100\nblocks 300\ntracks 1\nclosing\n");
  ck_assert(burning.is_burned());
  ck_assert(std::filesystem::exists(burning.drive / "report.json"));
}
END_TEST

START_TEST(test_burner_has_its_socket_and_nothing_else) {
  const Burning burning;
  const FileDescriptor low{::open("/dev/null", O_RDONLY)};
  const FileDescriptor high{::fcntl(low.get(), F_DUPFD, 100)};
  sigset_t term{}, before{};
  ::sigaddset(&term, SIGTERM);
  ::sigprocmask(SIG_BLOCK, &term, &before);

  burning.remote().eject({});

  ::sigprocmask(SIG_SETMASK, &before, nullptr);
  assert_text(burning.log(), "descriptors 0 1 2 3, own session, all signals\nejected\n");
}
END_TEST

START_TEST(test_burner_is_started_by_a_player_without_output) {
  const Burning burning;
  const auto player = ::fork();
  if (player == 0) {
    for (const int fd : {0, 1, 2}) ::close(fd);
    burning.remote().eject({});
    ::_exit(0);
  }
  int status = 1;
  ::waitpid(player, &status, 0);

  ck_assert_int_eq(status, 0);
  assert_text(burning.log(), "descriptors 0 1 2 3, own session, all signals\nejected\n");
}
END_TEST

START_TEST(test_nothing_is_left_of_a_call) {
  const Burning burning;
  NotingObserver observer;
  const auto before = open_descriptors();

  burning.burn(observer);
  error_of([] { RemoteDrive{"/nowhere"}.load({}); });

  ck_assert_int_eq(open_descriptors(), before);
  ck_assert(has_no_children());
}
END_TEST

START_TEST(test_drive_can_be_asked_for_all_it_does) {
  const Burning burning;
  HearingAll observer;

  const auto status = burning.remote().status({});
  burning.remote().erase(Blanking::fast, observer, {});
  burning.remote().eject({});
  burning.remote().load({});

  assert_text(status.vendor, "Fake");
  assert_text(status.device, burning.drive.path().string());
  assert_text(observer.text(), "erasing 1/60\n");
  for (const auto *line : {"erased\n", "ejected\n", "loaded\n"})
    ck_assert(burning.log().find(line) != std::string::npos);
}
END_TEST

START_TEST(test_error_of_the_drive_arrives) {
  const auto no_drive = error_of([] { RemoteDrive{"/nowhere"}.status({}); });
  const auto scratched = Burning{"fail 5"}.error_of_burn();

  assert_text(no_drive.what(), "There is no such drive.");
  assert_text(no_drive.detail(), "/nowhere");
  ck_assert(scratched.fault() == Fault::medium);
  assert_text(scratched.what(), "It is scratched.");
}
END_TEST

START_TEST(test_burner_that_dies_is_told_at_every_step) {
  for (int step = 1; step <= 9; ++step) {
    const auto error = Burning{"die " + std::to_string(step)}.error_of_burn();

    ck_assert(error.fault() == Fault::drive);
    assert_text(error.what(),
                "The program redbook-burner died before the disc was complete. The audio "
                "is kept: burn it again, on another disc if this one is spoilt.");
    assert_text(error.detail(), "killed by signal 9");
    ck_assert(has_no_children());
  }
}
END_TEST

START_TEST(test_burner_that_crashes_is_told_with_its_code) {
  assert_text(Burning{"crash 5"}.error_of_burn().detail(), "exit code 77");
}
END_TEST

START_TEST(test_burner_that_dies_on_an_errand_is_told) {
  const Burning burning{"die 9"};

  const auto error = error_of([&] { burning.remote().eject({}); });

  assert_text(error.what(),
              "The program redbook-burner died before it was done: try again.");
}
END_TEST

START_TEST(test_stash_of_a_dead_burner_burns_again) {
  const Burning burning{"die 6"};
  burning.error_of_burn();
  std::filesystem::remove(burning.drive / "plan");
  NotingObserver observer;

  burning.burn(observer);

  ck_assert(burning.is_burned());
}
END_TEST

START_TEST(test_disc_of_a_player_that_is_gone_is_finished) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGKILL})
    for (int lines = 1; lines <= 7; ++lines) {
      const Burning burning;
      ::mkfifo((burning.drive / "end").c_str(), 0600);

      // The end of the drive waits to be heard of, so the player dies before the outcome.
      lose_player(burning, lines, signal);
      wait_for_end_of(burning);

      ck_assert(burning.is_burned());
    }
}
END_TEST

START_TEST(test_cancelled_burn_stops) {
  const Burning burning{"wait 5"};
  std::stop_source source;
  NotingObserver observer{[&](int lines) {
    if (lines == 3) source.request_stop();
  }};
  bool cancelled = false;

  try {
    burning.burn(observer, source.get_token());
  } catch (const Cancelled &) {
    cancelled = true;
  }

  ck_assert(cancelled);
  ck_assert(!burning.is_burned());
  assert_text(observer.text(), "preparing\ntracks 0\nblocks 100\n");
}
END_TEST

START_TEST(test_burn_that_was_cancelled_before_starts_nothing) {
  const Burning burning;
  std::stop_source source;
  source.request_stop();
  NotingObserver observer;
  bool cancelled = false;

  try {
    burning.burn(observer, source.get_token());
  } catch (const Cancelled &) {
    cancelled = true;
  }

  ck_assert(cancelled);
  assert_text(burning.log(), "");
}
END_TEST

START_TEST(test_drive_that_does_not_let_go_is_told) {
  Burning burning{"hang 5"};
  burning.patience.cancel = milliseconds{20};
  std::stop_source source;
  NotingObserver observer{[&](int lines) {
    if (lines == 3) source.request_stop();
  }};

  const auto error = error_of([&] { burning.burn(observer, source.get_token()); });

  end_process_of(error);
  ck_assert(error.result() == Result::user_abort);
  assert_text(
      error.what(),
      "The drive was asked to stop and has not let go yet: wait until its light is "
      "out before you use it.");
}
END_TEST

START_TEST(test_drive_that_takes_long_is_waited_for) {
  Burning burning{"gate 5"};
  ::mkfifo((burning.drive / "gate").c_str(), 0600);
  burning.patience.silence = milliseconds{5000};
  const auto opener = ::fork();
  if (opener == 0) {
    const FileDescriptor gate{::open((burning.drive / "gate").c_str(), O_WRONLY)};
    ::_exit(0);
  }
  NotingObserver observer;

  burning.burn(observer);

  ::waitpid(opener, nullptr, 0);
  ck_assert(burning.is_burned());
}
END_TEST

START_TEST(test_burner_that_knows_no_verification_is_told) {
  const Burning burning;
  NotingObserver observer;
  DriveBurner burner{burning.stash, burning.remote(), {.verify = Verify::quick}};

  const auto error = error_of([&] { burner.burn(burning.disc, observer, {}); });

  ck_assert(burning.is_burned());
  assert_text(error.what(),
              "The disc is burned, and not verified: the program redbook-burner is too "
              "old. Reinstall redbooksink.");
}
END_TEST

START_TEST(test_burner_that_is_silent_is_told) {
  Burning burning{"freeze 5"};
  burning.patience.silence = milliseconds{200};

  const auto error = burning.error_of_burn();

  end_process_of(error);
  assert_text(error.what(),
              "The program redbook-burner does not answer any more. It may still be "
              "burning: wait until the light of the drive is out. The audio is kept.");
}
END_TEST

START_TEST(test_errand_is_left_at_once) {
  const Burning burning{"gate 4"};
  const auto gate = burning.drive / "gate";
  ::mkfifo(gate.c_str(), 0600);
  std::stop_source source;
  FileDescriptor open_gate;
  std::jthread stopper{[&] {
    open_gate = FileDescriptor{::open(gate.c_str(), O_WRONLY | O_CLOEXEC)};
    source.request_stop();  // the drive is at work
  }};
  bool cancelled = false;

  try {
    burning.remote().load(source.get_token());
  } catch (const Cancelled &) {
    cancelled = true;
  }

  stopper.join();
  ck_assert(cancelled);
  assert_text(burning.log(), "descriptors 0 1 2 3, own session, all signals\n");
}
END_TEST

START_TEST(test_other_programs_are_told) {
  const struct {
    const char *part, *sentence;
  } parts[] = {
      {"newer",
       "The program redbook-burner is of another version than this one: reinstall "
       "redbooksink."},
      {"garbage",
       "The program redbook-burner says something that makes no sense: reinstall "
       "redbooksink."},
      {"other",
       "What should be redbook-burner is another program: reinstall redbooksink."}};
  for (const auto &[part, sentence] : parts) {
    const Variable fake{"REDBOOK_FAKE", part};

    assert_text(Burning{}.error_of_burn().what(), sentence);

    ck_assert(has_no_children());
  }
}
END_TEST

START_TEST(test_program_that_says_nothing_is_ended) {
  const Variable fake{"REDBOOK_FAKE", "mute"};
  Burning burning;
  burning.patience.hello = milliseconds{20};

  const auto error = burning.error_of_burn();

  assert_text(error.what(),
              "The program redbook-burner was started and says nothing: reinstall "
              "redbooksink.");
}
END_TEST

START_TEST(test_program_that_ends_at_once_is_told) {
  const Variable program{"REDBOOK_BURNER", "/bin/true"};

  const auto error = Burning{}.error_of_burn();

  assert_text(error.what(),
              "The program redbook-burner ended as soon as it was started: reinstall "
              "redbooksink.");
  assert_text(error.detail(), "exit code 0");
}
END_TEST

START_TEST(test_program_that_cannot_be_started_is_told) {
  const TempDir folder;
  write_file(folder / "text", "no program");
  ::chmod((folder / "text").c_str(), 0700);
  const Variable program{"REDBOOK_BURNER", folder / "text"};

  const auto error = Burning{}.error_of_burn();

  assert_text(error.what(),
              "The program redbook-burner, which burns the discs, can't be started: "
              "reinstall redbooksink.");
  assert_text(error.detail(), (folder / "text").string() + ": Exec format error");
}
END_TEST

START_TEST(test_chosen_program_that_is_missing_is_told) {
  const Variable program{"REDBOOK_BURNER", "/nowhere/redbook-burner"};

  const auto error = error_of([] { burner_program(); });

  assert_text(error.what(), "REDBOOK_BURNER does not name a program that can be run.");
  assert_text(error.detail(), "/nowhere/redbook-burner");
}
END_TEST

START_TEST(test_player_that_ignores_its_children_burns) {
  const Burning burning;
  auto *const before = std::signal(SIGCHLD, SIG_IGN);
  NotingObserver observer;

  burning.burn(observer);

  std::signal(SIGCHLD, before);
  ck_assert(burning.is_burned());
}
END_TEST

START_TEST(test_endless_texts_are_no_reason_not_to_burn) {
  Burning burning;
  burning.disc.texts.message = std::string(8 << 20, 'x');
  NotingObserver observer;

  burning.burn(observer);

  ck_assert(burning.is_burned());
}
END_TEST

int main() {
  return run("drive_burner", {test_burn_is_told_in_its_order,
                              test_burner_has_its_socket_and_nothing_else,
                              test_burner_is_started_by_a_player_without_output,
                              test_nothing_is_left_of_a_call,
                              test_drive_can_be_asked_for_all_it_does,
                              test_error_of_the_drive_arrives,
                              test_burner_that_dies_is_told_at_every_step,
                              test_burner_that_crashes_is_told_with_its_code,
                              test_burner_that_dies_on_an_errand_is_told,
                              test_stash_of_a_dead_burner_burns_again,
                              test_disc_of_a_player_that_is_gone_is_finished,
                              test_cancelled_burn_stops,
                              test_burn_that_was_cancelled_before_starts_nothing,
                              test_drive_that_does_not_let_go_is_told,
                              test_drive_that_takes_long_is_waited_for,
                              test_burner_that_knows_no_verification_is_told,
                              test_burner_that_is_silent_is_told,
                              test_errand_is_left_at_once,
                              test_other_programs_are_told,
                              test_program_that_says_nothing_is_ended,
                              test_program_that_ends_at_once_is_told,
                              test_program_that_cannot_be_started_is_told,
                              test_chosen_program_that_is_missing_is_told,
                              test_player_that_ignores_its_children_burns,
                              test_endless_texts_are_no_reason_not_to_burn});
}
