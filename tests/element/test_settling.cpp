#include "held_burn.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

const char *const an_hour = "3600000000000";

/// EOS has come, and the burn is an hour away.
struct Settling {
  Player player;
  std::jthread music;

  Settling() {
    player.set("settle-time", an_hour).play().song();
    music = player.eos_in_background();
    player.messages().wait_for("progress start redbook-prepare");
  }
};

}  // namespace

REDBOOK_TEST(test_state_change_before_the_burn_calls_it_off) {
  for (const auto state : {GST_STATE_READY, GST_STATE_NULL}) {
    Settling settling;

    settling.player.set_state(state);
    settling.music.join();

    assert_text(settling.player.messages().lines(
                    {"progress", "preparing", "burn", "EOS", "ERROR"}),
                "progress start redbook-prepare\nprogress canceled redbook-prepare\n");
    assert_text(settling.player.folder.names(), "");
  }
}

REDBOOK_TEST(test_flush_before_the_burn_calls_it_off) {
  Settling settling;

  settling.player.flush();
  settling.music.join();

  assert_text(settling.player.messages().lines({"preparing", "EOS", "ERROR"}), "");
  fail_unless_equals_int(settling.player.number("used-blocks"), 0);
}

REDBOOK_TEST(test_cancel_before_the_burn_leaves_the_music_staged) {
  Settling settling;

  assert_text(settling.player.act("burn"), "busy");
  assert_text(settling.player.act("cancel"), "ok");
  settling.player.messages().wait_for("progress canceled redbook-prepare");
  fail_unless_equals_int(settling.player.number("used-blocks"), 300);
  assert_text(settling.player.act("burn"), "ok");
  settling.music.join();

  assert_text(settling.player.messages().burns(), burned_story + "EOS\n");
}

REDBOOK_TEST(test_cancel_while_paused_does_not_hold_up_a_state_change) {
  Settling settling;

  settling.player.set_state(GST_STATE_PAUSED);
  assert_text(settling.player.act("cancel"), "ok");
  settling.player.set_state(GST_STATE_READY);
  settling.music.join();

  assert_text(settling.player.messages().lines({"preparing", "burn", "EOS", "ERROR"}),
              "");
}

REDBOOK_TEST(test_pause_before_the_burn_does_not_call_it_off) {
  Player player;
  Gate preparing;  // once the disc is complete, PLAYING would tell of EOS again
  player.messages().when("preparing", [&] { preparing.pass(); });
  player.set("settle-time", "1000000").play().song();
  auto music = player.eos_in_background();
  player.messages().wait_for("progress start redbook-prepare");
  player.set_state(GST_STATE_PAUSED);
  player.set_state(GST_STATE_PLAYING);
  preparing.open();
  music.join();

  assert_text(player.messages().burns(), burned_story + "EOS\n");
}

// Misuse never kills the pipeline; spec.md, section 4.
REDBOOK_TEST(test_tracks_cannot_be_made_or_cleared_before_the_burn) {
  for (const auto *action : {"create-track", "clear"}) {
    Player player;
    player.play().song();
    std::string result;
    player.messages().when("progress start redbook-prepare", [&] {
      result = std::string{action} == "clear" ? player.act("clear")
                                              : player.act("create-track", 0u);
    });

    player.eos();

    assert_text(player.messages().errors(), "");
    assert_text(result, "busy");
    assert_text(player.messages().burns(), burned_story + "EOS\n");
  }
}

REDBOOK_TEST(test_cancel_as_the_burn_begins_is_not_lost) {
  Player player;
  player.play().song();
  std::string result;
  player.messages().when("progress complete redbook-prepare",
                         [&] { result = player.act("cancel"); });

  auto music = player.eos_in_background();
  player.messages().wait_for("burn-complete");
  player.set_state(GST_STATE_READY);
  music.join();

  assert_text(result, "ok");
  assert_text(player.folder.names(), "");
}

REDBOOK_TEST(test_burn_as_the_burn_begins_is_busy) {
  Player player;
  player.play().song();
  std::string result;
  player.messages().when("progress complete redbook-prepare",
                         [&] { result = player.act("burn"); });

  player.eos();

  assert_text(result, "busy");
  assert_text(player.messages().burns(), burned_story + "EOS\n");
}

REDBOOK_TEST(test_cancel_as_the_second_burn_begins_is_not_lost) {
  Player player;
  player.set("track-split", "manual").play().song();
  player.act("close-track");
  player.act("burn");
  player.messages().wait_for("progress complete redbook-close");
  player.messages().wait_for("burn-complete");
  const auto first_image = player.audio();
  player.audio(Blocks{400});
  player.messages().clear();
  player.messages().when("progress complete redbook-prepare",
                         [&] { player.act("cancel"); });

  auto music = player.eos_in_background();
  player.messages().wait_for("burn-complete");
  player.set_state(GST_STATE_READY);
  music.join();

  fail_unless(player.audio() == first_image);
  fail_unless_equals_int(player.messages().count("burn-complete result=user-abort"), 1);
}
