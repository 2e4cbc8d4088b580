#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_new_group_begins_a_track) {
  Player player;
  player.play().stream("a", 7).audio(four_seconds);
  player.stream("b", 3).audio(four_seconds);

  player.eos();

  assert_text(player.cue(), plain_cue({0, 300}));
}

REDBOOK_TEST(test_other_stream_of_the_same_group_goes_on_with_the_track) {
  Player player;
  player.play().stream("english", 1).audio(four_seconds);
  player.stream("french", 1).audio(four_seconds);

  player.eos();

  assert_text(player.cue(), plain_cue({0}));
  assert_audio(player.audio(), {counting_audio(Blocks{600})});
}

REDBOOK_TEST(test_same_song_twice_is_two_tracks) {
  Player player;
  player.play().stream("song", 1).audio(four_seconds);
  player.stream("song", 2).audio(four_seconds);

  player.eos();

  assert_text(player.cue(), plain_cue({0, 300}));
}

REDBOOK_TEST(test_stream_without_a_group_begins_a_track) {
  Player player;
  player.play().stream("a", {}).audio(four_seconds);
  player.stream("a", {}).audio(four_seconds);
  player.stream("b", 1).audio(four_seconds);
  player.stream("c", {}).audio(four_seconds);

  player.eos();

  assert_text(player.cue(), plain_cue({0, 300, 600, 900}));
}

REDBOOK_TEST(test_stream_without_audio_uses_no_number) {
  Player player;
  player.play().song().stream();
  player.stream().audio(0);
  player.song();
  player.stream();

  player.eos();

  assert_text(player.cue(), plain_cue({0, 300}));
  fail_unless_equals_int(player.messages().count("track-staged"), 2);
}

REDBOOK_TEST(test_tags_of_a_stream_without_audio_do_not_reach_the_next) {
  Player player;
  player.play().stream().tag(GST_TAG_TITLE, "Nothing");
  player.song();

  player.eos();

  assert_text(player.cue(), plain_cue({0}));
}

REDBOOK_TEST(test_segment_alone_begins_no_track) {
  Player player;
  player.play().song();
  player.segment();
  player.audio(four_seconds);

  player.eos();

  assert_text(player.cue(), plain_cue({0}));
}

REDBOOK_TEST(test_stream_group_done_ends_no_track) {
  Player player;
  player.play().stream("a", 1).audio(four_seconds.bytes() - 132);
  player.push(gst_event_new_stream_group_done(1));
  player.audio(132);
  player.song();

  player.eos();

  assert_text(player.cue(), plain_cue({0, 300}));
  assert_audio(player.audio(), {counting_audio(Blocks{600})});
}

REDBOOK_TEST(test_tags_name_the_track_they_come_with) {
  Player player;
  player.play();
  player.stream_start("a", 1);  // Matroska: before the segment
  player.tag(GST_TAG_TITLE, "First").tag(GST_TAG_ARTIST, "One");
  player.caps();
  player.segment();
  player.audio(four_seconds);
  player.stream("b", 2).tag(GST_TAG_TITLE, "Second").audio(four_seconds);
  player.stream("c", 3).audio(four_seconds).tag(GST_TAG_TITLE, "Third, late");

  player.eos();

  assert_text(player.cue(),
              "FILE \"album.bin\" BINARY\n"
              "  TRACK 01 AUDIO\n    TITLE \"First\"\n    PERFORMER \"One\"\n"
              "    INDEX 01 00:00:00\n"
              "  TRACK 02 AUDIO\n    TITLE \"Second\"\n    INDEX 01 00:04:00\n"
              "  TRACK 03 AUDIO\n    TITLE \"Third, late\"\n    INDEX 01 00:08:00\n");
}

REDBOOK_TEST(test_repeated_tags_change_nothing_and_new_ones_win) {
  Player player;
  player.play().stream();
  for (int i = 0; i < 10; ++i)
    player.tag(GST_TAG_TITLE, "Old").tag(GST_TAG_ARTIST, "Same").audio(Blocks{30});
  player.tag(GST_TAG_TITLE, "New");

  player.eos();

  assert_text(player.cue(),
              "PERFORMER \"Same\"\n"
              "FILE \"album.bin\" BINARY\n"
              "  TRACK 01 AUDIO\n    TITLE \"New\"\n    PERFORMER \"Same\"\n"
              "    INDEX 01 00:00:00\n");
}

REDBOOK_TEST(test_several_artists_are_all_named) {
  Player player;
  player.play().stream();
  player.push(gst_event_new_tag(
      gst_tag_list_new(GST_TAG_ARTIST, "One", GST_TAG_ARTIST, "Two", nullptr)));
  player.audio(four_seconds);

  player.eos();

  fail_unless(player.cue().find("    PERFORMER \"One, Two\"\n") != std::string::npos);
}

REDBOOK_TEST(test_disc_is_named_by_what_all_streams_agree_on) {
  Player player;
  player.play();
  for (const auto *artist : {"One", "Two"}) {
    player.stream().tag(GST_TAG_ALBUM, "Album").tag(GST_TAG_ALBUM_ARTIST, artist);
    player.audio(four_seconds);
  }

  player.eos();

  assert_text(player.cue(), "TITLE \"Album\"\n" + plain_cue({0, 300}));
}

REDBOOK_TEST(test_performer_of_all_tracks_is_that_of_the_disc) {
  Player player;
  player.play();
  for (int i = 0; i < 2; ++i)
    player.stream().tag(GST_TAG_ARTIST, "Same").audio(Blocks{300});

  player.eos();

  fail_unless(player.cue().starts_with("PERFORMER \"Same\"\nFILE"));
}

REDBOOK_TEST(test_split_by_stream_ignores_tables_of_contents) {
  Player player;
  player.set("track-split", "stream").play().stream();
  player.toc(equal_tracks(2, 4)).audio(Blocks{600});
  player.song();

  player.eos();

  assert_text(player.cue(), plain_cue({0, 600}));
}

REDBOOK_TEST(test_manual_split_ignores_streams_and_tables_of_contents) {
  Player player;
  player.set("track-split", "manual").play().stream();
  player.toc(equal_tracks(2, 4)).audio(four_seconds.bytes() + 4);
  player.stream().audio(four_seconds.bytes() - 4);

  player.eos();

  assert_text(player.cue(), plain_cue({0}));
  assert_audio(player.audio(), {counting_audio(Blocks{600})});
}

REDBOOK_TEST(test_flush_drops_what_the_stream_staged_and_no_more) {
  Player player;
  player.play().song();
  player.stream().tag(GST_TAG_TITLE, "Kept").audio(Blocks{400});

  player.flush();
  player.segment(nanoseconds(1.5));
  player.audio(four_seconds);
  player.eos();

  fail_unless_equals_int(player.messages().count("WARNING"), 0);
  assert_text(player.cue(),
              "FILE \"album.bin\" BINARY\n"
              "  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n"
              "  TRACK 02 AUDIO\n    TITLE \"Kept\"\n    INDEX 01 00:04:00\n");
  assert_audio(player.audio(), {counting_audio(Blocks{300}),
                                counting_audio(Blocks{300}, 700 * samples_per_block)});
}

REDBOOK_TEST(test_album_of_what_was_flushed_does_not_count_twice) {
  Player player;
  player.set("auto-burn", "false").play();
  player.stream().tag(GST_TAG_ALBUM, "Old").audio(four_seconds);
  player.eos();

  player.flush();
  player.segment();
  player.tag(GST_TAG_ALBUM, "New").audio(four_seconds);
  player.eos();
  player.act("burn");
  player.messages().wait_for("burn-complete");

  assert_text(player.cue(), "TITLE \"New\"\n" + plain_cue({0}));
}
