#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr auto track = GST_TOC_ENTRY_TYPE_TRACK;

void record(Player &player, const std::vector<Entry> &toc, Blocks length) {
  player.play().stream().toc(toc).audio(length);
  player.eos();
}

/// Where the tracks of the image start, in frames.
std::string starts_in(const std::string &cue) {
  std::string starts;
  for (auto at = cue.find("INDEX 01 "); at != std::string::npos;
       at = cue.find("INDEX 01 ", at + 1))
    starts += cue.substr(at + 9, 8) + ' ';
  return starts;
}

/// The application's table of contents.
void give_toc(Player &player, const std::vector<Entry> &entries) {
  auto *toc = make_toc(entries);
  gst_toc_setter_set_toc(GST_TOC_SETTER(player.sink()), toc);
  gst_toc_unref(toc);
}

}  // namespace

REDBOOK_TEST(test_table_of_the_whole_disc_does_not_cut_one_track_of_it) {
  Player player;
  const std::vector<Entry> disc{
      {track, "A", 0, 6, {}}, {track, "B", 6, 12, {}}, {track, "C", 12, 20, {}}};

  record(player, disc, Blocks{450});

  assert_text(player.cue(), plain_cue({0}));
  fail_unless_equals_int(player.messages().count("WARNING The table of contents"), 1);
}

REDBOOK_TEST(test_announced_length_proves_that_a_table_is_of_something_else) {
  Player player;
  player.announce(9 * GST_SECOND);
  const std::vector<Entry> disc{
      {track, "A", 0, 6, {}}, {track, "B", 6, 12, {}}, {track, "C", 12, 20, {}}};

  record(player, disc, Blocks{675});

  assert_text(player.cue(), plain_cue({0}));
  fail_unless_equals_int(player.messages().count("WARNING"), 1);
}

REDBOOK_TEST(test_truncated_stream_keeps_its_marks_with_a_warning) {
  Player player;
  player.announce(20 * GST_SECOND);
  const std::vector<Entry> disc{
      {track, "A", 0, 6, {}}, {track, "B", 6, 12, {}}, {track, "C", 12, 20, {}}};

  record(player, disc, Blocks{1200});

  assert_text(starts_in(player.cue()), "00:00:00 00:06:00 00:12:00 ");
  fail_unless_equals_int(player.messages().count("WARNING A stream ended elsewhere"), 1);
}

REDBOOK_TEST(test_announcement_of_the_first_stream_behind_concat_proves_nothing) {
  Player player;
  player.announce(4 * GST_SECOND);
  player.play().song();
  player.stream().toc(equal_tracks(4, 5)).audio(Blocks{1300});

  player.eos();

  assert_text(starts_in(player.cue()), "00:00:00 00:04:00 00:09:00 00:14:00 00:19:00 ");
}

REDBOOK_TEST(test_two_seconds_of_difference_are_no_matter) {
  Player player;

  record(player, equal_tracks(2, 5), Blocks{600});

  assert_text(starts_in(player.cue()), "00:00:00 00:05:00 ");
  assert_text(player.messages().warnings(), "");
}

REDBOOK_TEST(test_entries_past_the_end_are_left_out_with_a_warning) {
  Player player;

  record(player,
         {{track, "", 0, -1, {}}, {track, "", 5, -1, {}}, {track, "", 50, -1, {}}},
         Blocks{700});

  assert_text(starts_in(player.cue()), "00:00:00 00:05:00 ");
  fail_unless_equals_int(player.messages().count("WARNING Track 3"), 1);
}

REDBOOK_TEST(test_reversed_entries_are_left_out_with_a_warning) {
  Player player;

  record(player, {{track, "", 5, 10, {}}, {track, "", 0, 5, {}}}, Blocks{750});

  assert_text(player.cue(), plain_cue({0}));
  fail_unless_equals_int(player.messages().count("WARNING"), 1);
}

REDBOOK_TEST(test_entry_that_ends_before_it_starts_is_a_fault) {
  Player player;

  record(player, {{track, "", 0, 5, {}}, {track, "", 5, 1, {}}}, Blocks{750});

  assert_text(player.cue(), plain_cue({0}));
  fail_unless_equals_int(player.messages().count("WARNING"), 1);
}

REDBOOK_TEST(test_overlapping_entries_begin_where_they_start) {
  Player player;

  record(player, {{track, "", 0, 7, {}}, {track, "", 5, 10, {}}}, Blocks{750});

  assert_text(player.cue(), plain_cue({0, 375}));
}

REDBOOK_TEST(test_empty_table_changes_nothing) {
  Player player;

  record(player, {}, Blocks{300});

  assert_text(player.cue(), plain_cue({0}));
  assert_text(player.messages().warnings(), "");
}

REDBOOK_TEST(test_entry_shorter_than_four_seconds_is_joined_with_a_warning) {
  Player player;

  record(player, {{track, "", 0, 5, {}}, {track, "", 5, 7, {}}, {track, "", 7, 12, {}}},
         Blocks{900});

  assert_text(starts_in(player.cue()), "00:00:00 00:05:00 ");
  fail_unless_equals_int(player.messages().count("WARNING"), 1);
}

REDBOOK_TEST(test_short_entry_is_an_error_where_short_tracks_are) {
  Player player;
  player.set("short-track", "error");

  record(player, equal_tracks(3, 3), Blocks{900});

  assert_text(player.messages().errors(),
              "ERROR format track-not-big-enough staging: Track 1 is shorter than 4 "
              "seconds, which a disc does not allow: lengthen it, or set "
              "short-track=pad.\n");
  assert_text(player.folder.names(), "");
}

REDBOOK_TEST(test_ninety_nine_entries_are_as_many_tracks) {
  Player player;

  record(player, equal_tracks(99, 4), Blocks{99 * 300});

  fail_unless(player.cue().find("TRACK 99") != std::string::npos);
  assert_text(player.messages().errors(), "");
}

REDBOOK_TEST(test_hundred_entries_are_an_error) {
  Player player;

  record(player, equal_tracks(100, 4), Blocks{100 * 300});

  assert_text(player.messages().errors(),
              "ERROR format track-limit staging: A disc holds 99 tracks, and one more "
              "begins here: make two discs of it.\n");
  assert_text(player.folder.names(), "");
}

REDBOOK_TEST(test_application_table_wins_and_spans_the_streams) {
  Player player;
  give_toc(player, {{track, "X", 0, 6, {}}, {track, "Y", 6, 12, {}}});
  player.play().stream().toc(equal_tracks(1, 4)).audio(300 * bytes_per_block + 4);
  player.stream().toc(equal_tracks(2, 4)).audio(600 * bytes_per_block - 4);

  player.eos();

  assert_text(player.cue(),
              "FILE \"album.bin\" BINARY\n"
              "  TRACK 01 AUDIO\n    TITLE \"X\"\n    INDEX 01 00:00:00\n"
              "  TRACK 02 AUDIO\n    TITLE \"Y\"\n    INDEX 01 00:06:00\n");
  assert_audio(player.audio(), {counting_audio(Blocks{900})});
}

REDBOOK_TEST(test_application_table_out_of_order_is_left_out_with_a_warning) {
  Player player;
  give_toc(player,
           {{track, "X", 10, 15, {}}, {track, "Y", 5, 10, {}}, {track, "Z", 0, 5, {}}});
  player.play().song(Blocks{600}).song(Blocks{600});

  player.eos();

  assert_text(player.cue(), plain_cue({0, 600}));
  fail_unless_equals_int(player.messages().count("WARNING"), 1);
}

REDBOOK_TEST(test_application_table_without_times_leaves_the_streams_their_names) {
  Player player;
  give_toc(player, {{track, "X", -1, -1, {}}});
  player.play().stream().tag(GST_TAG_TITLE, "A").audio(four_seconds);
  player.stream().tag(GST_TAG_TITLE, "B").audio(four_seconds);

  player.eos();

  const auto cue = player.cue();
  fail_unless(cue.find("TITLE \"A\"") != std::string::npos, cue.c_str());
  fail_unless(cue.find("TITLE \"B\"") != std::string::npos, cue.c_str());
}

REDBOOK_TEST(test_last_stream_does_not_name_the_artist_of_all_of_the_application_table) {
  Player player;
  give_toc(player, equal_tracks(2, 4));
  player.play().stream().tag(GST_TAG_ARTIST, "One").audio(four_seconds);
  player.stream().tag(GST_TAG_ARTIST, "Two").audio(four_seconds);

  player.eos();

  const auto cue = player.cue();
  fail_unless(cue.find("TITLE \"T1\"\n    PERFORMER \"Two\"") == std::string::npos,
              cue.c_str());
}

REDBOOK_TEST(test_application_table_is_for_one_disc) {
  Player player;
  give_toc(player, equal_tracks(2, 4));
  player.play().song(Blocks{600});
  player.eos();
  player.set_state(GST_STATE_READY);
  player.rewind();

  player.play().song(Blocks{600});
  player.eos();

  assert_text(player.cue(), plain_cue({0}));
}

REDBOOK_TEST(test_timeless_table_marks_nothing_beside_the_application_table) {
  Player player;
  give_toc(player, equal_tracks(2, 4));
  player.play().song(Blocks{350}).toc({{track, "", -1, -1, {}}}).audio(Blocks{250});

  player.eos();

  assert_text(starts_in(player.cue()), "00:00:00 00:04:00 ");
}
