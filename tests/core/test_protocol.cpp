#include "discs.hpp"
#include "protocol/protocol.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

std::string detail_of_request(const std::string &text) {
  return error_of([&] { request_in(text); }).detail();
}

std::string detail_of_event(const std::string &text) {
  return error_of([&] { event_in(text); }).detail();
}

}  // namespace

REDBOOK_TEST(test_every_request_comes_back) {
  const std::vector<Request> requests{
      Hello{7, "1.2"},
      request::Probe{"/dev/sr0"},
      request::Erase{"/dev/sr0", Blanking::full},
      request::Eject{"/dev/sr0"},
      request::Load{"/dev/\u00f6"},
      request::Burn{"/dev/sr0",
                    disc_of_the_golden_pair(),
                    {.write_mode = WriteMode::tao, .simulate = true},
                    352800,
                    {"/home/me/report.json",
                     DiscSums{{{{1, 2}, 3, 0xffffffff, 32768}, {}, {}}, 5, 6, 7, 8, 0},
                     {{"X", Severity::note, 3, "It is odd.", "It stays.", 9}},
                     {.capacity = Blocks{333000}},
                     DiscLoudness{{LoudnessMode::album, -18.5, -0.1},
                                  {-9.123456789, 7.5, 1.0625},
                                  {{{-9, 7, 1}, -7.123456789}, {{}, 0}, {{}, 0}}}}},
      request::Cancel{}};

  for (const auto &request : requests)
    ck_assert(request_in(message_of(request)) == request);
}

REDBOOK_TEST(test_every_event_comes_back) {
  using std::chrono::seconds;
  const std::vector<Event> events{
      Hello{},
      event::Preparing{seconds{3}},
      event::TracksWritten{99},
      event::BlocksWritten{Blocks{449849}},
      event::Closing{seconds{20}},
      event::Erasing{seconds{1}, seconds{60}},
      event::Chosen{WriteMode::tao, 600},
      event::BufferFilled{100},
      event::Verified{Blocks{3}, Blocks{1125}},
      event::Found{{"X", Severity::error, 1, "S.", "A.", 5}},
      event::Heartbeat{},
      event::Status{{.device = "/dev/sr0", .medium = {.write_speeds = {75}}}},
      event::Done{},
      event::Cancelled{},
      event::Failed{{Fault::medium, Result::disc_full, "It is full.", "5/21/00"}}};

  for (const auto &event : events) ck_assert(event_in(message_of(event)) == event);
}

REDBOOK_TEST(test_messages_are_as_is_told) {
  assert_text(message_of(Request{Hello{.version = "0.1.0"}}),
              R"({"type":"hello","protocol":1,"version":"0.1.0"})");
  assert_text(message_of(Request{request::Erase{"/dev/sr0", Blanking::fast}}),
              R"({"type":"erase","device":"/dev/sr0","kind":"fast"})");
  assert_text(message_of(Event{event::TracksWritten{2}}),
              R"({"type":"tracks-written","written":2})");
  assert_text(message_of(Event{event::Heartbeat{}}), R"({"type":"heartbeat"})");
}

REDBOOK_TEST(test_garbage_is_told) {
  const struct {
    const char *text, *detail;
  } faults[] = {
      {"", "no JSON"},
      {"\xff", "no JSON"},
      {"[]", "message: no object"},
      {"{}", "message.type: missing"},
      {R"({"type":1})", "message.type: no text"},
      {R"({"type":"done"})", "type: unknown word"},
      {R"({"type":"probe"})", "probe.device: missing"},
      {R"({"type":"hello","protocol":-1,"version":""})",
       "hello.protocol: no number from 0 to 2147483647"},
      {R"({"type":"erase","device":"","kind":"slow"})", "erase.kind: unknown word"},
      {R"({"type":"burn","device":"","settings":{}})",
       "burn.settings.write-mode: missing"}};

  for (const auto &[text, detail] : faults) assert_text(detail_of_request(text), detail);
}

REDBOOK_TEST(test_figures_out_of_range_are_told) {
  assert_text(detail_of_event(R"({"type":"tracks-written","written":100})"),
              "tracks-written.written: no number from 0 to 99");
  assert_text(detail_of_event(R"({"type":"blocks-written","written":-1})"),
              "blocks-written.written: no number from 0 to 449849");
  assert_text(detail_of_event(R"({"type":"buffer-filled","percent":101})"),
              "buffer-filled.percent: no number from 0 to 100");
}

REDBOOK_TEST(test_burn_that_contradicts_itself_is_told) {
  using request::Burn;
  const struct {
    void (*spoil)(Burn &);
    const char *detail;
  } faults[] = {{[](Burn &burn) {
                   burn.device = std::string{"/dev/sr0\0x", 10};
                 },
                 "burn.device: not a path"},
                {[](Burn &burn) { burn.report.location = "report.json"; },
                 "burn.report.location: not a path from the root on"},
                {[](Burn &burn) {
                   burn.report.location = std::string{"/a\0b", 4};
                 },
                 "burn.report.location: not a path from the root on"},
                {[](Burn &burn) { burn.report.which.disc = 2; },
                 "burn.report.which: more than there are"},
                {[](Burn &burn) { burn.report.which.copy = 2; },
                 "burn.report.which: more than there are"},
                {[](Burn &burn) {
                   burn.report.sums = DiscSums{{{}, {}}, 0, 0, 0, 0, 0};
                 },
                 "burn.report.sums.tracks: not one for each track"},
                {[](Burn &burn) {
                   burn.report.loudness = DiscLoudness{{}, {}, {{}, {}}};
                 },
                 "burn.report.loudness.tracks: not one for each track"}};

  for (const auto &[spoil, detail] : faults) {
    Burn burn{"/dev/sr0", disc_of_the_golden_pair(), {}, 0, {"/report.json"}};
    spoil(burn);

    assert_text(detail_of_request(message_of(burn)), detail);
  }
}

REDBOOK_TEST(test_deep_nesting_is_survived) {
  const auto deep = std::string(1 << 20, '[');

  assert_text(detail_of_event(deep), "no JSON");
  assert_text(detail_of_event(deep + std::string(1 << 20, ']')), "message: no object");
}

REDBOOK_TEST(test_another_protocol_is_refused_with_a_reason) {
  check_protocol(Hello{}, "The player");
  const auto error = error_of([] { check_protocol({2, "9.9"}, "The player"); });

  assert_text(error.what(),
              "The player is of another version than this one: reinstall redbooksink.");
  assert_text(error.detail(), "protocol 2 of version 9.9, 1 here");
}
