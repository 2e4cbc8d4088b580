// A drive that is burned by another process.
#include <sys/stat.h>

#include "remote_burn_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_burn_is_told_in_its_order) {
  const Burning burning;
  HearingAll observer;

  burning.burn(observer);

  assert_text(observer.text(),
              "found FAKE\nchosen sao 600\npreparing\ntracks 0\nbuffer 100\nblocks 100\n"
              "buffer 100\nblocks 200\nbuffer 100\nblocks 300\ntracks 1\nclosing\n");
  ck_assert(burning.is_burned());
  ck_assert(std::filesystem::exists(burning.drive / "report.json"));
}

REDBOOK_TEST(test_burner_has_its_socket_and_nothing_else) {
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

REDBOOK_TEST(test_burner_is_started_by_a_player_without_output) {
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

REDBOOK_TEST(test_nothing_is_left_of_a_call) {
  const Burning burning;
  NotingObserver observer;
  const auto before = open_descriptors();

  burning.burn(observer);
  error_of([] { RemoteDrive{"/nowhere"}.load({}); });

  ck_assert_int_eq(open_descriptors(), before);
  ck_assert(has_no_children());
}

REDBOOK_TEST(test_drive_can_be_asked_for_all_it_does) {
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

REDBOOK_TEST(test_error_of_the_drive_arrives) {
  const auto no_drive = error_of([] { RemoteDrive{"/nowhere"}.status({}); });
  const auto scratched = Burning{"fail 5"}.error_of_burn();

  assert_text(no_drive.what(), "There is no such drive.");
  assert_text(no_drive.detail(), "/nowhere");
  ck_assert(scratched.fault() == Fault::medium);
  assert_text(scratched.what(), "It is scratched.");
}

REDBOOK_TEST(test_drive_that_takes_long_is_waited_for) {
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

REDBOOK_TEST(test_player_that_ignores_its_children_burns) {
  const Burning burning;
  auto *const before = std::signal(SIGCHLD, SIG_IGN);
  NotingObserver observer;

  burning.burn(observer);

  std::signal(SIGCHLD, before);
  ck_assert(burning.is_burned());
}

REDBOOK_TEST(test_endless_texts_are_no_reason_not_to_burn) {
  Burning burning;
  burning.disc.texts.message = std::string(8 << 20, 'x');
  NotingObserver observer;

  burning.burn(observer);

  ck_assert(burning.is_burned());
}
