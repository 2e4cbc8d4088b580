// Burns on the test drive: the same story as for images, what a drive tells of itself,
// and how burns end early.
#include "recorder.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

std::string nick(Player &player, const char *property) {
  gchar *text = nullptr;
  GValue value = G_VALUE_INIT;
  g_object_get_property(G_OBJECT(player.sink()), property, &value);
  text = gst_value_serialize(&value);
  std::string name = text;
  g_free(text);
  g_value_unset(&value);
  return name;
}

/// A burn of 20 s that has come to its first block.
struct SlowBurn {
  Recorder recorder;
  Gate begun;
  std::jthread music;

  SlowBurn() {
    recorder.slow_down();
    recorder.player.messages().when("track-progress current-track=0", [this] {
      begun.open();
      begun.pass();
    });
    recorder.player.play().song(Blocks{1500});
    music = recorder.player.eos_in_background();
    begun.wait_until_reached();
  }
};

}  // namespace

REDBOOK_TEST(test_burn_on_a_drive_tells_imapis_story) {
  Recorder recorder;
  auto &player = recorder.player;
  player.play().song().song();

  player.eos();

  assert_text(player.messages().burns(),
              "preparing-burn total-tracks=2 total-blocks=600 write-mode=sao "
              "write-speed=3600\n"
              "track-progress current-track=0 total-tracks=2\n"
              "track-progress current-track=1 total-tracks=2\n"
              "track-progress current-track=2 total-tracks=2\n"
              "closing-disc\n"
              "burn-complete result=ok code=0 tracks-written=2\nEOS\n");
  assert_text(recorder.tracks(), "0 300 ");
  assert_audio(recorder.audio(Blocks{600}), {counting_audio(Blocks{600})});
}

REDBOOK_TEST(test_blocks_on_a_drive_rise_to_the_total) {
  Recorder recorder;
  recorder.slow_down();
  auto &player = recorder.player;
  player.play().song(Blocks{700}).song(Blocks{500});

  player.eos();

  const auto numbers = player.messages().completed_blocks();
  fail_unless(numbers.size() > 5);
  fail_unless_equals_int(numbers.front(), 0);
  fail_unless_equals_int(numbers.back(), 1200);
  fail_unless(std::is_sorted(numbers.begin(), numbers.end()));
}

REDBOOK_TEST(test_medium_is_told_while_staging) {
  Recorder recorder;
  auto &player = recorder.player;
  player.set("write-speed", "1000").play();

  fail_unless_equals_int(player.number("total-sectors-on-media"), 359849);
  fail_unless_equals_int(player.number("free-sectors-on-media"), 359849);
  fail_unless_equals_int(player.number("used-sectors-on-media"), 0);
  fail_unless_equals_int(player.number("number-of-existing-tracks"), 0);
  fail_unless_equals_int(player.number("total-blocks"), 359849);
  fail_unless(player.number("current-write-speed") > 0);
  assert_text(nick(player, "media-type"), "cd-r");
  assert_text(nick(player, "recorder-state"), "opened");
}

REDBOOK_TEST(test_medium_is_unknown_below_paused) {
  Recorder recorder;

  fail_unless_equals_int(recorder.player.number("total-sectors-on-media"), 0);
  assert_text(nick(recorder.player, "media-type"), "unknown");
  assert_text(nick(recorder.player, "recorder-state"), "idle");
}

REDBOOK_TEST(test_error_has_what_the_drive_said) {
  Recorder recorder;
  recorder.plan("write lba 100 sense 3/0C/00");
  auto &player = recorder.player;
  auto *bus = player.messages().bus();
  gst_bus_set_sync_handler(bus, nullptr, nullptr, nullptr);
  player.play().song();

  player.eos();

  auto *message = gst_bus_pop_filtered(bus, GST_MESSAGE_ERROR);
  const GstStructure *details = nullptr;
  gst_message_parse_error_details(message, &details);
  gint64 lba = 0;
  assert_text(gst_structure_get_string(details, "name"), "cannot-write-to-medium");
  assert_text(gst_structure_get_string(details, "stage"), "burning");
  assert_text(gst_structure_get_string(details, "command"), "WRITE(10)");
  assert_text(gst_structure_get_string(details, "sense"), "3/0C/00");
  fail_unless(gst_structure_get_int64(details, "lba", &lba));
  fail_unless(lba <= 100 && lba > 0);
  fail_unless(std::filesystem::exists(gst_structure_get_string(details, "stash")));
  gst_message_unref(message);
}

REDBOOK_TEST(test_audio_that_was_kept_goes_when_it_is_burned) {
  Recorder recorder;
  recorder.plan("write lba 100 sense 3/0C/00");
  auto &player = recorder.player;
  player.set("auto-burn", "false").play().song();
  player.eos();
  player.act("burn");
  player.messages().wait_for("ERROR");

  recorder.insert("cd-r-80");
  recorder.plan("");
  assert_text(player.act("burn"), "ok");
  player.messages().wait_for("burn-complete result=ok");

  assert_audio(recorder.audio(Blocks{300}), {counting_audio(Blocks{300})});
  const std::filesystem::path cache{std::string{::getenv("XDG_CACHE_HOME")} +
                                    "/redbooksink"};
  fail_unless(std::filesystem::is_empty(cache));
}

REDBOOK_TEST(test_cancelled_burn_frees_the_drive) {
  SlowBurn burn;
  auto &player = burn.recorder.player;

  assert_text(player.act("cancel"), "ok");
  player.messages().wait_for("burn-complete result=user-abort");

  assert_text(player.messages().errors(), "");
  fail_if(burn.recorder.tray_is_locked());
  player.set_state(GST_STATE_READY);
}

REDBOOK_TEST(test_ready_calls_off_a_burn_on_a_drive) {
  SlowBurn burn;
  auto &player = burn.recorder.player;

  player.set_state(GST_STATE_READY);

  fail_unless_equals_int(player.messages().count("burn-complete result=user-abort"), 1);
  fail_if(burn.recorder.tray_is_locked());
}

REDBOOK_TEST(test_disc_that_was_swapped_meanwhile_is_refused_before_the_laser) {
  Recorder recorder;
  auto &player = recorder.player;
  player.play().song();
  recorder.insert("written");

  player.eos();

  fail_unless(player.messages().errors().find("written already") != std::string::npos);
  fail_unless_equals_int(player.messages().count("track-progress"), 0);
}

REDBOOK_TEST(test_second_disc_is_burned_from_the_same_staging) {
  Recorder recorder;
  auto &player = recorder.player;
  player.set("auto-burn", "false").play().song();
  player.eos();
  player.act("burn");
  player.messages().wait_for("burn-complete result=ok");

  player.messages().clear();
  recorder.insert("cd-r-80");
  assert_text(player.act("burn"), "ok");
  player.messages().wait_for("burn-complete result=ok");

  assert_audio(recorder.audio(Blocks{300}), {counting_audio(Blocks{300})});
}

REDBOOK_TEST(test_verified_disc_is_told_as_such) {
  Recorder recorder;
  recorder.set("read-offset", "667");
  TempDir folder;
  const auto report = folder / "report.json";
  auto &player = recorder.player;
  player.set("verify", "full").set("report-location", report.c_str()).play().song();

  player.eos();

  const auto &messages = player.messages();
  assert_text(messages.lines({"verify-progress completed-blocks=0 ",
                              "verify-progress completed-blocks=300 ", "progress start ",
                              "burn-complete", "EOS"}),
              "progress start redbook-prepare\n"
              "progress start redbook-burn\nprogress start redbook-close\n"
              "progress start redbook-verify\n"
              "verify-progress completed-blocks=0 total-blocks=300\n"
              "verify-progress completed-blocks=300 total-blocks=300\n"
              "burn-complete result=ok code=0 tracks-written=1\nEOS\n");
  const auto text = contents(report);
  fail_unless(text.find("\"verified\": true") != std::string::npos);
  fail_unless(text.find("667 samples late") != std::string::npos);
}

REDBOOK_TEST(test_disc_that_lost_a_bit_is_an_error_and_the_audio_kept) {
  Recorder recorder;
  recorder.plan("write lba 104 flip 3");
  auto &player = recorder.player;
  player.set("verify", "full").play().song();

  player.eos();

  const auto errors = player.messages().errors();
  fail_unless(errors.find("The disc is not what was staged. Track 1:") !=
              std::string::npos);
  fail_unless(errors.find("The audio is kept") != std::string::npos);
  assert_text(
      player.messages().lines({"burn-complete", "EOS"}),
      "burn-complete result=verification-failed code=3232366599 tracks-written=1\n");
}

REDBOOK_TEST(test_tray_opens_and_closes) {
  Recorder recorder;
  auto &player = recorder.player;

  assert_text(player.act("eject"), "ok");
  const bool opened = recorder.tray_is_open();
  assert_text(player.act("load"), "ok");

  fail_unless(opened);
  fail_if(recorder.tray_is_open());
}

REDBOOK_TEST(test_disc_is_erased_by_an_action) {
  Recorder recorder{"written-rw"};
  auto &player = recorder.player;

  assert_text(player.act("erase", FALSE), "ok");
  player.messages().wait_for("progress complete redbook-erase");

  fail_unless_equals_int(player.messages().count("erase-complete result=ok"), 1);
  assert_text(recorder.tracks(), "");
}

REDBOOK_TEST(test_disc_that_cannot_be_erased_costs_a_warning) {
  Recorder recorder{"written"};
  auto &player = recorder.player;

  assert_text(player.act("erase", FALSE), "ok");
  player.messages().wait_for("progress error redbook-erase");

  fail_unless_equals_int(player.messages().count("erase-complete result=medium-not-era"),
                         1);
  fail_unless(player.messages().warnings().find("only a CD-RW can") != std::string::npos);
}

REDBOOK_TEST(test_actions_without_a_device_are_refused) {
  Player player;

  assert_text(player.act("erase", FALSE), "invalid-argument");
  assert_text(player.act("eject"), "invalid-argument");
  assert_text(player.act("load"), "invalid-argument");
}
