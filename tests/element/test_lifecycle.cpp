#include "held_burn.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_second_end_of_music_is_refused) {
  Player player;
  player.play().song();
  player.eos();

  fail_unless(!player.eos());

  assert_text(player.messages().burns(), burned_story + "EOS\n");
}

REDBOOK_TEST(test_without_auto_burn_the_application_burns_as_often_as_it_likes) {
  Player player;
  player.set("auto-burn", "false").play().song();
  player.eos();
  assert_text(player.messages().burns(), "EOS\n");
  assert_text(player.folder.names(), "");

  for (int i = 0; i < 2; ++i) {
    std::filesystem::remove(player.folder / "album.cue");
    std::filesystem::remove(player.folder / "album.bin");
    player.messages().clear();
    assert_text(player.act("burn"), "ok");
    player.messages().wait_for("burn-complete");

    assert_text(player.messages().burns(), burned_story);
    assert_audio(player.audio(), {counting_audio(Blocks{300})});
  }
}

REDBOOK_TEST(test_kept_stash_is_burned_again_as_it_is) {
  Player player;
  player.set("keep-stash", "true").play().song();
  player.eos();
  std::filesystem::remove(player.folder / "album.cue");
  player.messages().clear();

  assert_text(player.act("burn"), "ok");
  player.messages().wait_for("burn-complete");

  assert_text(player.messages().burns(), burned_story);
}

REDBOOK_TEST(test_disc_after_a_kept_one_has_texts_of_its_own) {
  Player player;
  player.set("keep-stash", "true").play();
  for (int i = 0; i < 2; ++i)
    player.stream().tag(GST_TAG_ALBUM, "Old").audio(four_seconds);
  player.eos();

  player.flush();
  player.stream().tag(GST_TAG_ALBUM, "New").audio(four_seconds);
  player.eos();

  assert_text(player.cue(), "TITLE \"New\"\n" + plain_cue({0}));
}

REDBOOK_TEST(test_element_makes_a_second_disc_after_ready) {
  Player player;
  player.play().song().song();
  player.eos();
  player.set_state(GST_STATE_READY);
  player.rewind();
  player.set("location", (player.folder / "second.toc").string());

  player.play().stream().audio(Blocks{301});
  player.eos();

  assert_text(player.folder.names(), "album.bin album.cue second.bin second.toc ");
  fail_unless_equals_int(contents(player.folder / "second.bin").size(), 301 * 2352);
  assert_text(player.messages().errors() + player.messages().warnings(), "");
}

REDBOOK_TEST(test_settings_in_paused_wait_for_the_next_disc) {
  Player player;
  player.play().song();

  player.set("location", (player.folder / "other.cue").string());
  player.eos();

  assert_text(player.folder.names(), "album.bin album.cue ");
}

REDBOOK_TEST(test_stop_before_the_end_of_the_music_burns_nothing_and_says_so) {
  for (const auto state : {GST_STATE_READY, GST_STATE_NULL}) {
    Player player;
    player.play().song().stream().audio(Blocks{10});

    player.set_state(state);

    assert_text(player.messages().burns(),
                "WARNING The pipeline was stopped before the end of the music: nothing "
                "was burned.\n");
    assert_text(player.folder.names(), "");
  }
}

REDBOOK_TEST(test_states_without_data_go_up_and_down_silently) {
  Player player;
  constexpr GstState states[] = {GST_STATE_NULL, GST_STATE_READY, GST_STATE_PAUSED,
                                 GST_STATE_PLAYING};
  for (const auto from : states)
    for (const auto to : states) {
      player.set_state(from);
      fail_unless(player.set_state(to) != GST_STATE_CHANGE_FAILURE);
    }
  player.set_state(GST_STATE_NULL);

  assert_text(player.messages().burns(), "");
  assert_text(player.folder.names(), "");
}

REDBOOK_TEST(test_states_with_data_go_up_and_down) {
  Player player;
  for (const auto to : {GST_STATE_PAUSED, GST_STATE_READY, GST_STATE_NULL}) {
    player.rewind();
    player.play().song();
    player.eos();
    player.set_state(to);
    player.set_state(GST_STATE_READY);
  }

  fail_unless_equals_int(player.messages().count("EOS"), 3);
  fail_unless_equals_int(player.messages().count("burn-complete result=ok"), 3);
}

REDBOOK_TEST(test_end_of_music_in_paused_waits_for_playing) {
  Player player;
  player.set_state(GST_STATE_PAUSED);
  auto music = std::jthread{[&] {
    player.song();
    player.eos();
  }};
  gst_element_get_state(player.sink(), nullptr, nullptr, GST_CLOCK_TIME_NONE);
  fail_unless_equals_int(player.messages().count("preparing"), 0);

  player.set_state(GST_STATE_PLAYING);
  music.join();

  assert_text(player.messages().burns(), burned_story + "EOS\n");
}

REDBOOK_TEST(test_end_without_data_in_paused_prerolls) {
  Player player;
  player.set_state(GST_STATE_PAUSED);
  player.stream();
  auto music = player.eos_in_background();

  fail_unless_equals_int(
      gst_element_get_state(player.sink(), nullptr, nullptr, GST_CLOCK_TIME_NONE),
      GST_STATE_CHANGE_SUCCESS);
  player.set_state(GST_STATE_READY);
  music.join();
  assert_text(player.messages().burns(), "");
}

REDBOOK_TEST(test_older_image_is_replaced_when_the_new_one_is_complete) {
  Player player;
  write_file(player.folder / "album.cue", "older sheet");
  write_file(player.folder / "album.bin", "older audio");
  player.play().song();
  assert_text(contents(player.image()), "older sheet");

  player.eos();

  assert_text(player.cue(), plain_cue({0}));
  assert_text(player.folder.names(), "album.bin album.cue ");
}
