// What a burner answers.
#include "service_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_burner_says_hello_first) {
  Service service{{}, false};

  assert_text(service.hear(), message_of(Event{Hello{.version = PACKAGE_VERSION}}));
}

REDBOOK_TEST(test_newer_player_is_refused_with_a_reason) {
  Service service{{}, false};
  service.hear();

  service.say(Hello{2, "9.9"});

  const auto failed = std::get<event::Failed>(event_in(service.hear()));
  assert_text(failed.error.what(),
              "The player is of another version than this one: reinstall redbooksink.");
  assert_text(service.hear(), "");
}

REDBOOK_TEST(test_garbage_is_refused_with_a_reason) {
  for (const auto *text : {"garbage", R"({"type":"probe","device":"/dev/sr0"})"}) {
    Service service{{}, false};
    service.hear();

    service.say_text(text);

    assert_text(Service::kind_of(service.hear()), "failed");
    assert_text(service.hear(), "");
  }
}

REDBOOK_TEST(test_status_is_told) {
  const DriveStatus status{.device = "/dev/sr0", .vendor = "V"};
  Service service{{.status = [&] { return status; }}};

  service.say(request::Probe{"/dev/sr0"});

  ck_assert(std::get<event::Status>(event_in(service.hear())).status == status);
  assert_text(service.hear_out(), "done ");
}

REDBOOK_TEST(test_drive_is_free_before_the_outcome_is_told) {
  std::atomic<bool> closed = false;
  Service service{{.closed = [&] { closed = true; }}};

  service.say(request::Eject{"/dev/sr0"});

  assert_text(service.hear_out(), "done ");
  ck_assert(closed);
}

REDBOOK_TEST(test_requests_follow_each_other) {
  std::string calls;
  Service service{{.erase =
                       [&](Blanking kind, BurnObserver &observer, auto) {
                         calls += kind == Blanking::full ? "erase " : "";
                         observer.on(event::Erasing{std::chrono::seconds{1},
                                                    std::chrono::seconds{2}});
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

REDBOOK_TEST(test_error_of_the_drive_is_told) {
  Service service;

  service.say(request::Probe{"/dev/none"});

  const auto failed = std::get<event::Failed>(event_in(service.hear()));
  assert_text(failed.error.what(), "There is no such drive.");
  assert_text(failed.error.detail(), "/dev/none");
}

REDBOOK_TEST(test_cancel_without_a_burn_is_nothing) {
  Service service;

  service.say(request::Cancel{});
  service.say(request::Eject{"/dev/sr0"});

  assert_text(service.hear_out(), "done ");
}

REDBOOK_TEST(test_heartbeat_is_heard_while_the_drive_works) {
  Gate heard{0};
  Service service{{.load = [&] { heard.acquire(); }}};

  service.say(request::Load{"/dev/sr0"});

  assert_text(service.hear_all(), R"({"type":"heartbeat"})");
  heard.release();
  assert_text(service.hear_out(), "done ");
}
