// What the tracks at the pads of redbookalbum become.
#include "album_player.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// What redbooksink makes of the same songs one after another.
struct Serial {
  Player player;

  Serial(int songs, const char *gapless) {
    player.set("gapless", gapless).play();
    for (int number = 1; number <= songs; ++number) {
      player.stream();
      fail_unless_equals_int(player.push(song(number)), GST_FLOW_OK);
    }
    player.eos();
  }
};

}  // namespace

REDBOOK_TEST(test_order_is_that_of_the_numbers_whoever_comes_first) {
  AlbumPlayer player;
  auto &three = player.track("track_3");
  auto &one = player.track("track_1");
  auto &two = player.track("track_2");
  player.play();

  three.stream();
  fail_unless_equals_int(three.audio(song(3)), GST_FLOW_OK);
  player.in_background([&] { three.eos(); });
  player.play(two, song(2));
  player.play(one, song(1));
  player.join();

  const Serial serial{3, "false"};
  assert_text(player.cue(), serial.player.cue());
  fail_unless(player.audio() == serial.player.audio());
  fail_unless_equals_int(player.messages().count("EOS"), 1);
}

REDBOOK_TEST(test_disc_is_that_of_redbooksink_gapless_or_not) {
  for (const auto *gapless : {"false", "true"}) {
    const Serial serial{7, gapless};
    for (const auto *parallel : {"1", "2", "99"}) {
      AlbumPlayer player;
      player.set("gapless", gapless).set("parallel", parallel);
      std::vector<TrackSource *> tracks;
      for (int i = 0; i < 7; ++i) tracks.push_back(&player.track());
      player.play();

      for (int i = 6; i >= 0; --i)
        player.play(*tracks[static_cast<std::size_t>(i)], song(i + 1));
      player.join();

      assert_text(player.cue(), serial.player.cue());
      fail_unless(player.audio() == serial.player.audio());
      assert_text(player.messages().errors() + player.messages().warnings(), "");
    }
  }
}

REDBOOK_TEST(test_pad_says_what_its_track_is_called) {
  AlbumPlayer player;
  auto &one = player.track();
  auto &two = player.track();
  one.set("title", "One").set("performer", "Somebody").set("isrc", "USRC17607839");
  two.set("title", "Two").set("composer", "Else").set("copy", "permitted");
  two.set("pre-emphasis", "true");
  player.play();

  player.in_background([&] {
    two.stream().tag(GST_TAG_TITLE, "Wrong").tag(GST_TAG_ARTIST, "Right");
    two.audio(song(2));
    two.eos();
  });
  player.play(one, song(1));
  player.join();

  assert_text(player.cue(),
              "FILE \"album.bin\" BINARY\n"
              "  TRACK 01 AUDIO\n"
              "    TITLE \"One\"\n"
              "    PERFORMER \"Somebody\"\n"
              "    ISRC USRC17607839\n"
              "    INDEX 01 00:00:00\n"
              "  TRACK 02 AUDIO\n"
              "    FLAGS DCP PRE\n"
              "    TITLE \"Two\"\n"
              "    PERFORMER \"Right\"\n"
              "    REM COMPOSER \"Else\"\n"
              "    INDEX 01 00:04:01\n");
}

REDBOOK_TEST(test_pad_says_how_much_silence_is_before_its_track) {
  AlbumPlayer player;
  player.set("track-gap", "10");
  auto &one = player.track().set("pregap", "4");
  auto &two = player.track();
  auto &three = player.track().set("pregap", "0");
  player.play();

  for (auto *source : {&three, &two, &one})
    player.play(*source, counting_audio(Blocks{300}));
  player.join();

  const auto audio = counting_audio(Blocks{300});
  assert_audio(player.audio(),
               {silence(Blocks{4}), audio, silence(Blocks{10}), audio, audio});
  fail_unless(
      player.cue().starts_with("FILE \"album.bin\" BINARY\n"
                               "  TRACK 01 AUDIO\n"
                               "    INDEX 00 00:00:00\n"
                               "    INDEX 01 00:00:04\n"));
}

REDBOOK_TEST(test_pad_joins_its_track_to_the_next_one) {
  AlbumPlayer player;
  player.set("gapless", "true");
  auto &one = player.track().set("gapless", "false");
  auto &two = player.track();
  auto &three = player.track();
  player.play();

  player.play(three, song(3));
  player.play(two, song(2));
  player.play(one, song(1));
  player.join();

  assert_audio(player.audio(),
               {song(1), silence(488 * 4), song(2), song(3), silence((588 - 500) * 4)});
}

REDBOOK_TEST(test_names_of_pads_lead_to_their_properties) {
  AlbumPlayer player;
  player.track("track_7");
  auto *proxy = GST_CHILD_PROXY(player.album());
  gst_util_set_object_arg(G_OBJECT(player.album()), "gapless", "true");

  gst_child_proxy_set(proxy, "track_7::title", "Seven", nullptr);

  gchar *title = nullptr;
  gst_child_proxy_get(proxy, "track_7::title", &title, nullptr);
  assert_text(title, "Seven");
  g_free(title);
  fail_unless_equals_int(gst_child_proxy_get_children_count(proxy), 1);
}

REDBOOK_TEST(test_second_disc_after_ready) {
  AlbumPlayer player;
  for (int round = 0; round < 2; ++round) {
    AlbumPlayer &p = player;
    auto &one = p.track();
    auto &two = p.track();
    p.play();
    p.play(two, song(2));
    p.play(one, song(1));
    p.join();
    p.set_state(GST_STATE_READY);
    for (auto *source : {&one, &two})
      gst_element_release_request_pad(p.album(), source->track());
  }

  assert_audio(player.audio(), {song(1), silence(488 * 4), song(2), silence(388 * 4)});
  fail_unless_equals_int(player.messages().count("burn-complete result=ok"), 2);
}

REDBOOK_TEST(test_streams_at_one_pad_are_tracks_one_after_another) {
  AlbumPlayer player;
  auto &one = player.track();
  auto &two = player.track();
  player.play();

  player.in_background([&] {
    for (int number : {2, 3}) {
      two.stream();
      two.audio(song(number));
    }
    two.eos();
  });
  player.play(one, song(1));
  player.join();

  const Serial serial{3, "false"};
  assert_text(player.cue(), serial.player.cue());
  fail_unless(player.audio() == serial.player.audio());
}

REDBOOK_TEST(test_table_of_contents_of_a_waiting_track_divides_it) {
  AlbumPlayer player;
  auto &one = player.track();
  auto &two = player.track();
  player.play();

  player.in_background([&] {
    two.stream();
    for (int i = 0; i < 5; ++i) two.toc(equal_tracks(2, 5));
    two.audio(counting_audio(Blocks{750}));
    two.eos();
  });
  player.play(one, song(1));
  player.join();

  const auto cue = player.cue();
  fail_unless(cue.find("TITLE \"T2\"\n    INDEX 01 00:09:01") != std::string::npos, "%s",
              cue.c_str());
}

REDBOOK_TEST(test_streams_of_one_file_are_tracks_of_their_own) {
  AlbumPlayer player;
  auto &one = player.track();
  auto &two = player.track();
  player.play();

  player.in_background([&] { two.stream(7), two.audio(song(2)), two.eos(); });
  player.in_background([&] { one.stream(7), one.audio(song(1)), one.eos(); });
  player.join();

  assert_text(player.cue(), plain_cue({0, 301}));
}

REDBOOK_TEST(test_nothing_is_left_of_an_album) {
  AlbumPlayer player;
  auto &one = player.track();
  player.play();
  one.song(song(1));

  player.set_state(GST_STATE_NULL);
  gst_element_release_request_pad(player.album(), one.track());

  ASSERT_OBJECT_REFCOUNT(player.album(), "album", 1);
  ASSERT_OBJECT_REFCOUNT(one.track(), "pad", 1);
}
