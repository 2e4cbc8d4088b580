#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_actions_below_paused_are_not_opened) {
  Player player;
  for (const auto state : {GST_STATE_NULL, GST_STATE_READY}) {
    player.set_state(state);

    assert_text(player.act("create-track", 0u), "not-opened");
    assert_text(player.act("close-track"), "not-opened");
    assert_text(player.act("clear"), "not-opened");
    assert_text(player.act("burn"), "not-opened");
    assert_text(player.act("cancel"), "not-opened");
  }
}

REDBOOK_TEST(test_actions_with_nothing_staged_tell_so) {
  Player player;
  player.set("track-split", "manual").play();

  assert_text(player.act("close-track"), "track-not-open");
  assert_text(player.act("clear"), "ok");
  assert_text(player.act("burn"), "invalid-image");
  assert_text(player.act("cancel"), "not-in-progress");
  assert_text(player.messages().errors(), "");
}

REDBOOK_TEST(test_second_track_cannot_be_created_while_one_is_open) {
  Player player;
  player.set("track-split", "manual").play();

  assert_text(player.act("create-track", 0u), "ok");
  assert_text(player.act("create-track", 0u), "track-open");
  assert_text(player.act("burn"), "track-open");
  fail_unless_equals_int(player.number("total-tracks"), 1);
}

REDBOOK_TEST(test_created_track_without_audio_is_dropped) {
  Player player;
  player.set("track-split", "manual").play();
  player.act("create-track", 0u);

  assert_text(player.act("close-track"), "ok");
  fail_unless_equals_int(player.number("total-tracks"), 0);
  assert_text(player.act("burn"), "invalid-image");
}

REDBOOK_TEST(test_application_marks_tracks_itself) {
  Player player;
  player.set("track-split", "manual").play();
  player.act("create-track", 0u);
  player.stream().tag(GST_TAG_TITLE, "A").audio(Blocks{301}).stream().audio(Blocks{50});
  assert_text(player.act("close-track"), "ok");
  assert_text(player.act("create-track", 0u), "ok");
  player.audio(Blocks{400});

  player.eos();

  assert_text(player.cue(), plain_cue({0, 351}));
}

REDBOOK_TEST(test_create_track_claims_a_track_that_audio_opened) {
  Player player;
  player.set("track-split", "manual").play();
  player.song();

  assert_text(player.act("create-track", 0u), "ok");
  assert_text(player.act("create-track", 0u), "track-open");
  fail_unless_equals_int(player.number("total-tracks"), 1);
}

REDBOOK_TEST(test_audio_in_auto_mode_is_not_claimed) {
  Player player;
  player.play().song();

  assert_text(player.act("create-track", 0u), "track-open");
}

REDBOOK_TEST(test_closing_a_short_track_fills_it_up) {
  Player player;
  player.set("track-split", "manual").play().stream().audio(Blocks{10});

  assert_text(player.act("close-track"), "ok");

  fail_unless_equals_int(player.number("used-blocks"), 300);
}

REDBOOK_TEST(test_refusing_a_short_track_leaves_it_open_and_the_pipeline_alive) {
  Player player;
  player.set("track-split", "manual").set("short-track", "error").play().stream();
  player.audio(Blocks{10});

  assert_text(player.act("close-track"), "track-not-big-enough");
  assert_text(player.messages().errors(), "");
  player.audio(Blocks{290});
  assert_text(player.act("close-track"), "ok");
}

REDBOOK_TEST(test_hundredth_track_cannot_be_created) {
  Player player;
  player.set("track-split", "manual").play().stream();
  for (int i = 0; i < 99; ++i) {
    assert_text(player.act("create-track", 0u), "ok");
    player.audio(4);
    assert_text(player.act("close-track"), "ok");
  }

  assert_text(player.act("create-track", 0u), "track-limit");
  fail_unless_equals_int(player.number("available-blocks"), 0);
  assert_text(player.messages().errors(), "");
}

REDBOOK_TEST(test_clear_drops_everything_and_the_stream_goes_on) {
  Player player;
  player.play().song().stream().audio(Blocks{400});

  assert_text(player.act("clear"), "ok");
  fail_unless_equals_int(player.number("used-blocks"), 0);
  player.audio(four_seconds);
  player.eos();

  assert_text(player.cue(), plain_cue({0}));
  assert_audio(player.audio(), {counting_audio(Blocks{300}, 700 * samples_per_block)});
}

REDBOOK_TEST(test_disc_texts_of_what_was_cleared_are_forgotten) {
  Player player;
  player.play().stream().tag(GST_TAG_ALBUM, "Old").audio(four_seconds);
  player.stream().tag(GST_TAG_ALBUM, "Old").audio(four_seconds);
  player.act("clear");
  player.stream().tag(GST_TAG_ALBUM, "New").audio(four_seconds);

  player.eos();

  assert_text(player.cue(), "TITLE \"New\"\n" + plain_cue({0}));
}

REDBOOK_TEST(test_burn_between_tracks_lets_the_music_wait_and_go_on) {
  Player player;
  player.set("track-split", "manual").set("auto-burn", "false").play().song();
  player.act("close-track");
  Gate writing;
  player.messages().when("track-progress current-track=0", [&] { writing.pass(); });

  assert_text(player.act("burn"), "ok");
  writing.wait_until_reached();
  assert_text(player.act("create-track", 0u), "busy");
  assert_text(player.act("close-track"), "busy");
  assert_text(player.act("clear"), "busy");
  assert_text(player.act("burn"), "busy");
  {
    std::jthread music{[&] { player.audio(four_seconds); }};
    writing.open();
  }

  assert_text(player.cue(), plain_cue({0}));
  assert_audio(player.audio(), {counting_audio(Blocks{300})});
  fail_unless_equals_int(player.number("used-blocks"), 300);
  assert_text(player.messages().errors(), "");
}

REDBOOK_TEST(test_expected_length_is_told_and_neither_reserves_nor_limits) {
  Player player;
  player.set("track-split", "manual").set("capacity", "1000").play().stream();

  assert_text(player.act("create-track", 400u), "ok");
  fail_unless_equals_int(player.number("available-blocks"), 1000);
  player.audio(Blocks{500});

  assert_text(player.messages().lines({"add-progress"}),
              "add-progress track=1 completed-steps=500 total-steps=400\n");
  assert_text(player.messages().warnings(), "");
}

REDBOOK_TEST(test_expecting_more_than_the_disc_holds_is_a_warning) {
  Player player;
  player.set("capacity", "1000").play().song();
  player.set("expected-blocks", "701").song();

  fail_unless_equals_int(player.messages().count("WARNING"), 1);
  assert_text(player.messages().errors(), "");
}

REDBOOK_TEST(test_expected_length_is_for_one_track_only) {
  Player player;
  player.set("expected-blocks", "310").play().song();
  player.messages().clear();
  player.song();

  fail_unless_equals_int(
      player.messages().count("add-progress track=2 completed-steps=300 total-steps=0"),
      1);
}
