// Burns that are called off, and processes that die.
#include <sys/stat.h>

#include <thread>

#include "remote_burn_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_burner_that_dies_is_told_at_every_step) {
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

REDBOOK_TEST(test_burner_that_crashes_is_told_with_its_code) {
  assert_text(Burning{"crash 5"}.error_of_burn().detail(), "exit code 77");
}

REDBOOK_TEST(test_burner_that_dies_on_an_errand_is_told) {
  const Burning burning{"die 9"};

  const auto error = error_of([&] { burning.remote().eject({}); });

  assert_text(error.what(),
              "The program redbook-burner died before it was done: try again.");
}

REDBOOK_TEST(test_stash_of_a_dead_burner_burns_again) {
  const Burning burning{"die 6"};
  burning.error_of_burn();
  std::filesystem::remove(burning.drive / "plan");
  NotingObserver observer;

  burning.burn(observer);

  ck_assert(burning.is_burned());
}

REDBOOK_TEST(test_disc_of_a_player_that_is_gone_is_finished) {
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

REDBOOK_TEST(test_cancelled_burn_stops) {
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

REDBOOK_TEST(test_burn_that_was_cancelled_before_starts_nothing) {
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

REDBOOK_TEST(test_drive_that_does_not_let_go_is_told) {
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

REDBOOK_TEST(test_burner_that_is_silent_is_told) {
  Burning burning{"freeze 5"};
  burning.patience.silence = milliseconds{200};

  const auto error = burning.error_of_burn();

  end_process_of(error);
  assert_text(error.what(),
              "The program redbook-burner does not answer any more. It may still be "
              "burning: wait until the light of the drive is out. The audio is kept.");
}

REDBOOK_TEST(test_errand_is_left_at_once) {
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
