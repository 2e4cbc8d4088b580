#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// The messages of a burn of N tracks without a fault.
std::string burn_of(int tracks, int blocks, const std::string &simulate = "") {
  const auto n = std::to_string(tracks);
  auto text = "preparing-burn total-tracks=" + n +
              " total-blocks=" + std::to_string(blocks) + " write-mode=image" + simulate +
              '\n';
  for (int i = 0; i <= tracks; ++i)
    text += "track-progress current-track=" + std::to_string(i) + " total-tracks=" + n +
            simulate + '\n';
  return text + "closing-disc" + simulate + "\nburn-complete result=ok code=0 " +
         "tracks-written=" + n + simulate + "\nEOS\n";
}

std::string burn_messages_of(int tracks) {
  Player player;
  player.play();
  for (int i = 0; i < tracks; ++i) player.song();
  player.eos();
  return player.messages().burns();
}

}  // namespace

REDBOOK_TEST(test_burn_of_one_track_tells_imapis_story) {
  assert_text(burn_messages_of(1), burn_of(1, 300));
}

REDBOOK_TEST(test_burn_of_three_tracks_tells_imapis_story) {
  assert_text(burn_messages_of(3), burn_of(3, 900));
}

REDBOOK_TEST(test_burn_of_99_tracks_has_100_track_messages) {
  assert_text(burn_messages_of(99), burn_of(99, 29700));
}

REDBOOK_TEST(test_first_and_last_block_are_always_told_and_numbers_rise) {
  Player player;
  player.play();
  for (int i = 0; i < 20; ++i) player.song();
  player.eos();

  const auto numbers = player.messages().completed_blocks();

  fail_unless(numbers.size() >= 2);
  fail_unless_equals_int(numbers.front(), 0);
  fail_unless_equals_int(numbers.back(), 6000);
  fail_unless(std::is_sorted(numbers.begin(), numbers.end()));
  fail_unless_equals_int(std::count(numbers.begin(), numbers.end(), 0), 1);
  fail_unless_equals_int(std::count(numbers.begin(), numbers.end(), 6000), 1);
}

REDBOOK_TEST(test_blocks_lie_between_the_first_and_the_last_track_message) {
  Player player;
  player.play().song();
  player.eos();

  assert_text(player.messages().lines(
                  {"preparing", "track-progress", "block-progress", "closing"}),
              "preparing-burn total-tracks=1 total-blocks=300 write-mode=image\n"
              "track-progress current-track=0 total-tracks=1\n"
              "block-progress completed-blocks=0 total-blocks=300 track=1 "
              "track-completed-blocks=0 track-blocks=300\n"
              "block-progress completed-blocks=300 total-blocks=300 track=1 "
              "track-completed-blocks=300 track-blocks=300\n"
              "track-progress current-track=1 total-tracks=1\n"
              "closing-disc\n");
}

REDBOOK_TEST(test_each_progress_that_starts_ends) {
  Player player;
  player.play().song();
  player.eos();

  assert_text(player.messages().lines({"progress"}),
              "progress start redbook-prepare\nprogress complete redbook-prepare\n"
              "progress start redbook-burn\nprogress complete redbook-burn\n"
              "progress start redbook-close\nprogress complete redbook-close\n");
}

REDBOOK_TEST(test_table_of_contents_is_told_before_the_burn) {
  Player player;
  player.play().song().song();
  player.eos();

  assert_text(
      player.messages().lines({"track-staged", "toc", "preparing"}),
      "track-staged track=1 blocks=300 padded-samples=0 start-block=0 title=\"\"\n"
      "track-staged track=2 blocks=300 padded-samples=0 start-block=300 "
      "title=\"\"\n"
      "toc\n"
      "preparing-burn total-tracks=2 total-blocks=600 write-mode=image\n");
}

REDBOOK_TEST(test_expected_table_of_contents_has_times_and_names) {
  Player player;
  auto *bus = player.messages().bus();
  gst_bus_set_sync_handler(bus, nullptr, nullptr, nullptr);
  player.play().stream().tag(GST_TAG_TITLE, "A").tag(GST_TAG_ALBUM, "Album");
  player.audio(four_seconds).song();
  player.eos();

  auto *message = gst_bus_pop_filtered(bus, GST_MESSAGE_TOC);
  GstToc *toc = nullptr;
  gst_message_parse_toc(message, &toc, nullptr);
  auto *first = static_cast<GstTocEntry *>(gst_toc_get_entries(toc)->data);
  auto *second = static_cast<GstTocEntry *>(gst_toc_get_entries(toc)->next->data);
  gint64 start = 0, stop = 0;
  gst_toc_entry_get_start_stop_times(second, &start, &stop);
  gchar *title = nullptr;
  gst_tag_list_get_string(gst_toc_entry_get_tags(first), GST_TAG_TITLE, &title);

  fail_unless_equals_int(g_list_length(gst_toc_get_entries(toc)), 2);
  fail_unless_equals_int64(start, 4 * GST_SECOND);
  fail_unless_equals_int64(stop, 8 * GST_SECOND);
  assert_text(title, "A");
  g_free(title);
  gst_mini_object_unref(GST_MINI_OBJECT_CAST(toc));
  gst_message_unref(message);
}

REDBOOK_TEST(test_table_of_contents_can_be_read_while_staging) {
  Player player;
  player.play().song().stream().tag(GST_TAG_TITLE, "B").audio(four_seconds);
  player.song();
  GstToc *toc = nullptr;

  g_object_get(player.sink(), "toc", &toc, nullptr);

  fail_unless_equals_int(g_list_length(gst_toc_get_entries(toc)), 2);
  gst_mini_object_unref(GST_MINI_OBJECT_CAST(toc));
}

REDBOOK_TEST(test_staged_track_tells_what_was_added) {
  Player player;
  player.set("track-gap", "10").play().stream().tag(GST_TAG_TITLE, "A");
  player.audio(300 * bytes_per_block + 4);
  player.stream().audio(4);
  player.eos();

  assert_text(player.messages().lines({"track-staged"}),
              "track-staged track=1 blocks=301 padded-samples=587 start-block=0 title=A\n"
              "track-staged track=2 blocks=300 padded-samples=176399 start-block=311 "
              "title=\"\"\n");
}

REDBOOK_TEST(test_last_track_of_a_gapless_disc_is_told_with_its_filled_block) {
  Player player;
  player.set("gapless", "true").play().song();
  player.stream().audio(300 * bytes_per_block + 4);
  player.eos();

  assert_text(
      player.messages().lines({"track-staged"}),
      "track-staged track=1 blocks=300 padded-samples=0 start-block=0 title=\"\"\n"
      "track-staged track=2 blocks=301 padded-samples=587 start-block=300 "
      "title=\"\"\n");
}

REDBOOK_TEST(test_start_of_a_track_with_a_pregap_is_its_index_1) {
  Player player;
  player.set("hidden-track", "true").play().stream();
  player.toc({{GST_TOC_ENTRY_TYPE_TRACK, "", 2, 8, {}}}).audio(Blocks{600});
  player.eos();

  assert_text(player.messages().lines({"track-staged"}),
              "track-staged track=1 blocks=450 padded-samples=0 start-block=150 "
              "title=\"\"\n");
}

REDBOOK_TEST(test_staging_is_told_at_the_start_and_the_end_of_a_track) {
  Player player;
  player.set("expected-blocks", "310").play().stream();
  for (int i = 0; i < 310; ++i) player.audio(Blocks{1});
  player.eos();

  const auto lines = player.messages().lines({"add-progress"});
  fail_unless(
      lines.starts_with("add-progress track=1 completed-steps=1 total-steps=310\n"),
      lines.c_str());
  fail_unless(
      lines.ends_with("add-progress track=1 completed-steps=310 total-steps=310\n"),
      lines.c_str());
  fail_unless(player.messages().count("add-progress") <= 4);
}

REDBOOK_TEST(test_simulated_burn_says_so_and_leaves_no_image) {
  Player player;
  player.set("simulate", "true").play().song();
  player.eos();

  assert_text(player.messages().burns(), burn_of(1, 300, " simulate=true"));
  assert_text(player.folder.names(), "");
}

REDBOOK_TEST(test_simulation_is_latched_when_staging_starts) {
  Player player;
  player.set("simulate", "true").play().song();

  player.set("simulate", "false");
  player.eos();

  assert_text(player.messages().burns(), burn_of(1, 300, " simulate=true"));
}

REDBOOK_TEST(test_nothing_staged_is_a_warning_and_no_burn) {
  Player player;
  player.play().stream();
  player.eos();

  assert_text(player.messages().burns(),
              "WARNING The music ended before it began: nothing is staged, and nothing "
              "is burned.\nEOS\n");
  assert_text(player.messages().lines({"progress", "toc"}), "");
  assert_text(player.folder.names(), "");
}
