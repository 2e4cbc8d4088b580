// Burns that are called off, and players that are gone.
#include "service_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_cancelled_burn_is_told) {
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

REDBOOK_TEST(test_disc_of_a_player_that_is_gone_is_finished) {
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

REDBOOK_TEST(test_disc_of_a_player_that_says_garbage_is_finished) {
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

REDBOOK_TEST(test_second_request_does_not_disturb_a_burn) {
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

REDBOOK_TEST(test_erasing_for_a_player_that_is_gone_is_stopped) {
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

REDBOOK_TEST(test_burn_does_not_wait_for_a_player_that_does_not_listen) {
  const Staged staged;
  Gate burned{0};
  Service service{{.burn = [&](auto &, auto &, auto &, BurnObserver &observer, auto) {
    for (int i = 1; i <= 20000; ++i) observer.on(event::BlocksWritten{Blocks{i}});
    burned.release();
  }}};

  service.say(staged.request(), staged.file());
  burned.acquire();

  std::string last, message;
  while (Service::kind_of(message = service.hear()) == "blocks-written") last = message;
  assert_text(last, R"({"type":"blocks-written","written":20000})");
  assert_text(Service::kind_of(message), "done");
}
