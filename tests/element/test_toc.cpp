#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr auto track = GST_TOC_ENTRY_TYPE_TRACK;
constexpr auto chapter = GST_TOC_ENTRY_TYPE_CHAPTER;
constexpr auto edition = GST_TOC_ENTRY_TYPE_EDITION;

std::string two_titled_tracks() {
  return "FILE \"album.bin\" BINARY\n"
         "  TRACK 01 AUDIO\n    TITLE \"T1\"\n    INDEX 01 00:00:00\n"
         "  TRACK 02 AUDIO\n    TITLE \"T2\"\n    INDEX 01 00:04:00\n";
}

/// The image of one stream of `length` with this table of contents.
std::string cue_of(Player &player, const std::vector<Entry> &toc, Blocks length) {
  player.play().stream().toc(toc).audio(length);
  player.eos();
  return player.cue();
}

}  // namespace

REDBOOK_TEST(test_flat_tracks_divide_the_stream) {
  Player player;

  assert_text(cue_of(player, equal_tracks(2, 4), Blocks{600}), two_titled_tracks());
  assert_audio(player.audio(), {counting_audio(Blocks{600})});
  assert_text(player.messages().warnings(), "");
}

REDBOOK_TEST(test_chapters_of_an_edition_are_tracks) {
  Player player;
  const std::vector<Entry> toc{
      {edition, "", 0, 8, {{chapter, "T1", 0, 4, {}}, {chapter, "T2", 4, 8, {}}}}};

  assert_text(cue_of(player, toc, Blocks{600}), two_titled_tracks());
}

REDBOOK_TEST(test_first_of_several_editions_counts) {
  Player player;
  const std::vector<Entry> toc{
      {edition, "", -1, -1, {{track, "T1", 0, 4, {}}, {track, "T2", 4, 8, {}}}},
      {edition, "", -1, -1, {{track, "Other", 0, 8, {}}}}};

  assert_text(cue_of(player, toc, Blocks{600}), two_titled_tracks());
}

REDBOOK_TEST(test_deeply_nested_tracks_are_found) {
  Player player;
  const std::vector<Entry> toc{
      {GST_TOC_ENTRY_TYPE_VERSION,
       "",
       -1,
       -1,
       {{edition, "", -1, -1, {{track, "T1", 0, 4, {}}, {track, "T2", 4, 8, {}}}}}}};

  assert_text(cue_of(player, toc, Blocks{600}), two_titled_tracks());
}

REDBOOK_TEST(test_chapters_within_a_track_are_index_points) {
  Player player;
  const std::vector<Entry> toc{
      {track,
       "T1",
       0,
       8,
       {{chapter, "", 0, 3, {}}, {chapter, "", 3, 6, {}}, {chapter, "", 6, 8, {}}}},
      {track, "T2", 8, 12, {{chapter, "", 10, 12, {}}}}};

  assert_text(cue_of(player, toc, Blocks{900}),
              "FILE \"album.bin\" BINARY\n"
              "  TRACK 01 AUDIO\n    TITLE \"T1\"\n"
              "    INDEX 01 00:00:00\n    INDEX 02 00:03:00\n    INDEX 03 00:06:00\n"
              "  TRACK 02 AUDIO\n    TITLE \"T2\"\n"
              "    INDEX 01 00:08:00\n    INDEX 02 00:10:00\n");
}

REDBOOK_TEST(test_times_go_to_the_nearest_block) {
  Player player;
  const std::vector<Entry> toc{{track, "", 0, 4.0066, {}},
                               {track, "", 4.0066, 8.0068, {}},
                               {track, "", 8.0068, 12, {}}};

  assert_text(cue_of(player, toc, Blocks{900}), plain_cue({0, 300, 601}));
}

REDBOOK_TEST(test_audio_before_the_first_entry_belongs_to_track_1) {
  Player player;
  const std::vector<Entry> toc{{track, "T1", 2, 6, {}}, {track, "T2", 6, 10, {}}};

  assert_text(cue_of(player, toc, Blocks{750}),
              "FILE \"album.bin\" BINARY\n"
              "  TRACK 01 AUDIO\n    TITLE \"T1\"\n    INDEX 01 00:00:00\n"
              "  TRACK 02 AUDIO\n    TITLE \"T2\"\n    INDEX 01 00:06:00\n");
}

REDBOOK_TEST(test_hidden_track_is_the_pregap_of_track_1) {
  Player player;
  player.set("hidden-track", "true");
  const std::vector<Entry> toc{{track, "T1", 2, 6, {}}, {track, "T2", 6, 10, {}}};

  assert_text(cue_of(player, toc, Blocks{750}),
              "FILE \"album.bin\" BINARY\n"
              "  TRACK 01 AUDIO\n    TITLE \"T1\"\n"
              "    INDEX 00 00:00:00\n    INDEX 01 00:02:00\n"
              "  TRACK 02 AUDIO\n    TITLE \"T2\"\n    INDEX 01 00:06:00\n");
}

REDBOOK_TEST(test_two_hundred_equal_tables_are_one) {
  Player player;
  player.play().stream();
  for (int i = 0; i < 200; ++i) player.toc(equal_tracks(2, 4)).audio(Blocks{3});

  player.eos();

  assert_text(player.cue(), two_titled_tracks());
  assert_text(player.messages().warnings(), "");
}

REDBOOK_TEST(test_last_table_of_a_stream_counts) {
  Player player;
  player.play().stream().toc({{edition, "", 0, 8, {{chapter, "X", 2, 8, {}}}}});
  player.audio(Blocks{100}).toc(equal_tracks(2, 4)).audio(Blocks{500});

  player.eos();

  assert_text(player.cue(), two_titled_tracks());
}

REDBOOK_TEST(test_table_may_come_before_the_segment) {
  Player player;
  player.play();
  player.stream_start("matroska", 1);
  player.toc(equal_tracks(2, 4));
  player.caps();
  player.segment();
  player.audio(Blocks{600});

  player.eos();

  assert_text(player.cue(), two_titled_tracks());
}

REDBOOK_TEST(test_times_are_stream_time) {
  Player player;
  player.play();
  player.stream_start("seeked", 1);
  player.caps();
  player.toc(equal_tracks(2, 6));
  player.segment(nanoseconds(1.5));
  player.audio(Blocks{788});  // 10.5 s: up to 12.0

  player.eos();

  assert_text(player.cue(),
              "FILE \"album.bin\" BINARY\n"
              "  TRACK 01 AUDIO\n    TITLE \"T1\"\n    INDEX 01 00:00:00\n"
              "  TRACK 02 AUDIO\n    TITLE \"T2\"\n    INDEX 01 00:04:38\n");
  assert_text(player.messages().warnings(), "");
}

REDBOOK_TEST(test_stream_time_counts_for_silence_too) {
  Player player;
  player.play();
  player.stream_start("seeked", 1);
  player.caps();
  player.toc(equal_tracks(2, 6));
  player.segment(nanoseconds(1.5));
  player.push(gst_event_new_gap(static_cast<GstClockTime>(nanoseconds(1.5)),
                                21 * GST_SECOND / 2));

  player.eos();

  fail_unless(player.cue().find("INDEX 01 00:04:38") != std::string::npos);
}

REDBOOK_TEST(test_each_stream_has_a_table_of_its_own) {
  Player player;
  player.play();
  for (int i = 0; i < 2; ++i)
    player.stream().toc(equal_tracks(2, 4)).audio(600 * bytes_per_block + 4);
  player.song();

  player.eos();

  const auto cue = player.cue();
  for (const auto *start : {"00:00:00", "00:04:00", "00:08:01", "00:12:01", "00:16:02"})
    fail_unless(cue.find(std::string{"INDEX 01 "} + start) != std::string::npos, start);
}

REDBOOK_TEST(test_table_behind_carried_samples_counts_from_its_own_stream) {
  Player player;
  player.set("gapless", "true").play().stream().audio(300 * bytes_per_block + 500 * 4);
  player.stream().toc(equal_tracks(2, 4)).audio(610 * bytes_per_block - 500 * 4);

  player.eos();

  const auto cue = player.cue();  // 500 samples and 4 s are nearest to block 601
  fail_unless(cue.find("INDEX 01 00:08:01") != std::string::npos, cue.c_str());
  assert_audio(player.audio(), {counting_audio(Blocks{910})});
}

REDBOOK_TEST(test_artist_of_the_stream_is_that_of_its_tracks) {
  Player player;
  player.play().stream().tag(GST_TAG_ARTIST, "One").tag(GST_TAG_TITLE, "Album");
  player.toc(equal_tracks(2, 4)).audio(Blocks{600});

  player.eos();

  assert_text(player.cue(),
              "TITLE \"Album\"\nPERFORMER \"One\"\nFILE \"album.bin\" BINARY\n"
              "  TRACK 01 AUDIO\n    TITLE \"T1\"\n    PERFORMER \"One\"\n"
              "    INDEX 01 00:00:00\n"
              "  TRACK 02 AUDIO\n    TITLE \"T2\"\n    PERFORMER \"One\"\n"
              "    INDEX 01 00:04:00\n");
}

REDBOOK_TEST(test_timeless_table_after_audio_begins_a_track_right_there) {
  Player player;
  player.play().stream().toc({{track, "1", -1, -1, {}}}).audio(350 * bytes_per_block + 4);
  player.toc({{track, "2", -1, -1, {}}}).toc({{track, "2", -1, -1, {}}});
  player.audio(Blocks{400});

  player.eos();

  assert_text(player.cue(), plain_cue({0, 350}));
  assert_audio(player.audio(),
               {counting_audio(750 * bytes_per_block + 4), silence(587 * 4)});
}

REDBOOK_TEST(test_track_gap_is_not_put_inside_a_stream) {
  Player player;
  player.set("track-gap", "150");

  assert_text(cue_of(player, equal_tracks(2, 4), Blocks{600}), two_titled_tracks());
  assert_audio(player.audio(), {counting_audio(Blocks{600})});
}

REDBOOK_TEST(test_only_track_1_has_a_hidden_beginning) {
  Player player;
  player.set("hidden-track", "true").play().song();
  player.stream().toc({{track, "", 2, 8, {}}}).audio(Blocks{600});

  player.eos();

  assert_text(player.cue(), plain_cue({0, 300}));
}

REDBOOK_TEST(test_audio_without_times_starts_with_its_segment) {
  Player player;
  player.play();
  player.stream_start("seeked", 1);
  player.caps();
  player.toc(equal_tracks(2, 6));
  player.segment(nanoseconds(1.5));
  player.push(counting_audio(Blocks{788}));

  player.eos();

  fail_unless(player.cue().find("INDEX 01 00:04:38") != std::string::npos);
}
