#include "held_burn.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_pause_returns_at_once_and_the_burn_goes_on) {
  HeldBurn burn;

  burn.player.set_state(GST_STATE_PAUSED);
  burn.writing.open();
  burn.player.messages().wait_for("progress complete redbook-close");
  burn.player.messages().wait_for("burn-complete");
  fail_unless_equals_int(burn.player.messages().count("EOS"), 0);
  assert_text(burn.player.folder.names(), "album.bin album.cue ");
  burn.player.set_state(GST_STATE_PLAYING);
  burn.music.join();

  assert_text(burn.story(), burned_story + "EOS\n");
}

REDBOOK_TEST(test_pause_and_play_while_burning_change_nothing) {
  HeldBurn burn;

  for (int i = 0; i < 500; ++i) {
    burn.player.set_state(GST_STATE_PAUSED);
    burn.player.set_state(GST_STATE_PLAYING);
  }
  burn.writing.open();
  burn.music.join();

  assert_text(burn.story(), burned_story + "EOS\n");
}

REDBOOK_TEST(test_ready_or_null_cancels_the_burn_and_leaves_nothing) {
  for (const auto state : {GST_STATE_READY, GST_STATE_NULL}) {
    HeldBurn burn;
    burn.open_when_called_off();

    burn.player.set_state(state);
    burn.music.join();

    assert_text(burn.story(), cancelled_story);
    assert_text(burn.player.messages().lines({"progress"}),
                "progress start redbook-prepare\nprogress complete redbook-prepare\n"
                "progress start redbook-burn\nprogress canceled redbook-burn\n");
    assert_text(burn.player.folder.names(), "");
  }
}

REDBOOK_TEST(test_ready_from_a_pause_cancels_the_burn) {
  HeldBurn burn;
  burn.player.set_state(GST_STATE_PAUSED);
  burn.open_when_called_off();

  burn.player.set_state(GST_STATE_READY);
  burn.music.join();

  assert_text(burn.story(), cancelled_story);
  assert_text(burn.player.folder.names(), "");
}

REDBOOK_TEST(test_ready_while_the_disc_is_closed_keeps_the_older_image) {
  HeldBurn burn{"closing-disc", [](Player &player) {
                  write_file(player.folder / "album.cue", "older sheet");
                  write_file(player.folder / "album.bin", "older audio");
                }};
  burn.open_when_called_off();

  burn.player.set_state(GST_STATE_READY);
  burn.music.join();

  assert_text(contents(burn.player.image()), "older sheet");
  assert_text(burn.player.audio(), "older audio");
  assert_text(burn.player.folder.names(), "album.bin album.cue ");
}

REDBOOK_TEST(test_ready_cancels_a_burn_on_request) {
  HeldBurn burn{"track-progress current-track=0", [](Player &player) {
                  player.set("auto-burn", "false");
                  player.messages().when("EOS", [&] { player.act("burn"); });
                }};
  burn.music.join();
  burn.open_when_called_off();

  burn.player.set_state(GST_STATE_READY);

  assert_text(burn.player.messages().lines({"track-progress", "burn-complete"}),
              "track-progress current-track=0 total-tracks=1\n"
              "burn-complete result=user-abort code=2147746317 tracks-written=0\n");
  assert_text(burn.player.folder.names(), "");
}

REDBOOK_TEST(test_flush_calls_the_burn_off_and_new_audio_is_burned) {
  HeldBurn burn;
  burn.open_when_called_off();

  burn.player.flush();
  burn.music.join();
  assert_text(burn.story(), cancelled_story);
  burn.player.messages().clear();
  burn.player.segment();
  burn.player.audio(four_seconds);
  burn.player.eos();

  assert_text(burn.story(), burned_story + "EOS\n");
  assert_audio(burn.player.audio(), {counting_audio(Blocks{300}, 300 * 588)});
}

// What is burned on request is staged no less; spec.md, section 6.
REDBOOK_TEST(test_flush_calls_a_burn_on_request_off_and_drops_the_stream) {
  HeldBurn burn{"track-progress current-track=0", [](Player &player) {
                  player.set("auto-burn", "false");
                  player.messages().when("EOS", [&] { player.act("burn"); });
                }};
  burn.music.join();
  burn.open_when_called_off();

  std::jthread seek{[&] { burn.player.flush(); }};
  burn.player.act("cancel");
  burn.writing.open();
  seek.join();
  burn.player.messages().wait_for("burn-complete");
  burn.player.segment();
  burn.player.audio(four_seconds);

  fail_unless_equals_int(burn.player.number("used-blocks"), 300);
}

REDBOOK_TEST(test_cancelled_burn_can_be_repeated_and_then_the_music_ends) {
  HeldBurn burn;

  assert_text(burn.player.act("cancel"), "ok");
  burn.writing.open();
  burn.player.messages().wait_for("progress canceled");
  assert_text(burn.story(), cancelled_story);
  assert_text(burn.player.folder.names(), "");
  burn.player.messages().clear();
  std::string result = "busy";  // until the burning thread has ended
  while (result == "busy") result = burn.player.act("burn");
  burn.music.join();

  assert_text(result, "ok");
  assert_text(burn.story(), burned_story + "EOS\n");
  assert_audio(burn.player.audio(), {counting_audio(Blocks{300})});
}

REDBOOK_TEST(test_ready_after_a_cancel_ends_without_an_image) {
  HeldBurn burn;
  burn.player.act("cancel");
  burn.writing.open();
  burn.player.messages().wait_for("progress canceled");

  burn.player.set_state(GST_STATE_READY);
  burn.music.join();

  assert_text(burn.story(), cancelled_story);
  assert_text(burn.player.folder.names(), "");
}

REDBOOK_TEST(test_actions_during_a_burn_are_busy) {
  HeldBurn burn;

  assert_text(burn.player.act("create-track", 0u), "busy");
  assert_text(burn.player.act("close-track"), "busy");
  assert_text(burn.player.act("clear"), "busy");
  assert_text(burn.player.act("burn"), "busy");
  burn.writing.open();
  burn.music.join();

  assert_text(burn.story(), burned_story + "EOS\n");
}

REDBOOK_TEST(test_actions_of_a_message_handler_do_not_block) {
  HeldBurn burn;
  std::string results;
  burn.player.messages().when("burn-complete", [&] {
    results = burn.player.act("burn") + ' ' + burn.player.act("cancel");
  });

  burn.writing.open();
  burn.music.join();

  assert_text(results, "invalid-image not-in-progress");
  assert_text(burn.story(), burned_story + "EOS\n");
}

// A flush waits for a burn whose last message is being told, while the application burns.
REDBOOK_TEST(test_burn_during_the_last_words_of_a_cancelled_one_is_safe) {
  HeldBurn burn;
  Gate last_words;
  burn.player.messages().when("burn-complete", [&, held = false]() mutable {
    if (!std::exchange(held, true)) last_words.pass();
  });
  burn.open_when_called_off();

  std::jthread seek{[&] { burn.player.flush(); }};
  last_words.wait_until_reached();
  std::jthread application{[&] { burn.player.act("burn"); }};  // may wait for it
  last_words.open();
  application.join();
  seek.join();
  burn.music.join();
  burn.player.set_state(GST_STATE_READY);

  const auto ends = burn.player.messages().count("progress canceled") +
                    burn.player.messages().count("progress complete");
  fail_unless_equals_int(burn.player.messages().count("progress start"), ends);
}

REDBOOK_TEST(test_thread_that_comes_after_the_burning_one_is_not_taken_for_it) {
  HeldBurn burn{"track-progress current-track=0",
                [](Player &player) { player.set("track-split", "manual"); }};
  burn.open_when_called_off();
  burn.player.flush();
  burn.music.join();
  burn.player.segment();
  burn.player.audio(four_seconds);
  burn.player.act("close-track");

  std::string results;
  for (int i = 0; i < 4; ++i)  // the C library gives the numbers of threads again
    std::jthread{[&] { results += burn.player.act("burn") + ' '; }}.join();

  fail_unless(results.starts_with("ok "), results.c_str());
}

REDBOOK_TEST(test_end_of_music_waits_for_a_burn_on_request) {
  Player player;
  Gate writing;
  player.messages().when("track-progress current-track=0", [&] { writing.pass(); });
  player.set("track-split", "manual").play().song();
  player.act("close-track");
  player.act("burn");
  writing.wait_until_reached();

  auto music = player.eos_in_background();
  player.set_state(GST_STATE_PAUSED);
  player.set_state(GST_STATE_PLAYING);
  writing.open();
  music.join();

  assert_text(player.messages().burns(), burned_story + "EOS\n");
}
