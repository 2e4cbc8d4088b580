#include <gst/audio/streamvolume.h>

#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// The sheet of a stream whose album is "Stream", where the application says otherwise.
std::string cue_with_merge_mode(GstTagMergeMode mode) {
  Player player;
  auto *setter = GST_TAG_SETTER(player.sink());
  gst_tag_setter_set_tag_merge_mode(setter, mode);
  gst_tag_setter_add_tags(setter, GST_TAG_MERGE_REPLACE, GST_TAG_ALBUM, "Application",
                          GST_TAG_ARTIST, "Artist", nullptr);
  player.play().stream().tag(GST_TAG_ALBUM, "Stream").audio(four_seconds);
  player.eos();
  const auto cue = player.cue();
  return cue.substr(0, cue.find("FILE"));
}

gint64 position(Player &player, GstFormat format) {
  gint64 value = -1;
  gst_element_query_position(player.sink(), format, &value);
  return value;
}

}  // namespace

REDBOOK_TEST(test_application_names_the_disc) {
  assert_text(cue_with_merge_mode(GST_TAG_MERGE_KEEP),
              "TITLE \"Application\"\nPERFORMER \"Artist\"\n");
}

REDBOOK_TEST(test_merge_mode_lets_the_stream_name_the_disc) {
  assert_text(cue_with_merge_mode(GST_TAG_MERGE_REPLACE),
              "TITLE \"Stream\"\nPERFORMER \"Artist\"\n");
}

REDBOOK_TEST(test_tags_of_the_application_are_forgotten_with_the_disc) {
  Player player;
  auto *setter = GST_TAG_SETTER(player.sink());
  gst_tag_setter_add_tags(setter, GST_TAG_MERGE_REPLACE, GST_TAG_ALBUM, "One", nullptr);
  player.play().song();
  player.eos();
  player.set_state(GST_STATE_READY);
  player.rewind();

  player.play().song();
  player.eos();

  assert_text(player.cue(), plain_cue({0}));
}

REDBOOK_TEST(test_volume_is_kept_warned_of_once_and_not_applied) {
  Player player;
  auto *volume = GST_STREAM_VOLUME(player.sink());
  player.play().stream();

  gst_stream_volume_set_volume(volume, GST_STREAM_VOLUME_FORMAT_LINEAR, 0.5);
  gst_stream_volume_set_mute(volume, TRUE);
  gst_stream_volume_set_volume(volume, GST_STREAM_VOLUME_FORMAT_LINEAR, 0.25);
  player.audio(four_seconds);
  player.eos();

  fail_unless_equals_float(
      gst_stream_volume_get_volume(volume, GST_STREAM_VOLUME_FORMAT_LINEAR), 0.25);
  fail_unless(gst_stream_volume_get_mute(volume));
  fail_unless_equals_int(player.messages().count("WARNING The volume is not applied"), 1);
  assert_audio(player.audio(), {counting_audio(Blocks{300})});
}

REDBOOK_TEST(test_volume_of_one_is_no_matter) {
  Player player;
  player.play();
  gst_stream_volume_set_volume(GST_STREAM_VOLUME(player.sink()),
                               GST_STREAM_VOLUME_FORMAT_LINEAR, 1.0);

  assert_text(player.messages().warnings(), "");
}

REDBOOK_TEST(test_volume_set_before_there_is_a_bus_is_warned_of_later) {
  Player player;
  gst_element_set_bus(player.sink(), nullptr);
  player.set("volume", "0.5");
  gst_element_set_bus(player.sink(), player.messages().bus());

  player.play().song();

  fail_unless_equals_int(player.messages().count("WARNING The volume is not applied"), 1);
}

REDBOOK_TEST(test_position_is_what_was_staged) {
  Player player;
  player.play().song().stream().audio(4);

  fail_unless_equals_int64(position(player, GST_FORMAT_BYTES), 300 * 2352 + 4);
  fail_unless_equals_int64(position(player, GST_FORMAT_DEFAULT), 300 * 588 + 1);
}

REDBOOK_TEST(test_upstream_can_ask_for_the_position_too) {
  Player player;
  player.play().song();
  gint64 value = -1;

  fail_unless(gst_pad_peer_query_position(player.pad(), GST_FORMAT_BYTES, &value));

  fail_unless_equals_int64(value, 300 * 2352);
}

REDBOOK_TEST(test_units_are_converted) {
  Player player;
  player.play();
  auto *pad = gst_element_get_static_pad(player.sink(), "sink");
  gint64 value = -1;

  fail_unless(
      gst_pad_query_convert(pad, GST_FORMAT_TIME, GST_SECOND, GST_FORMAT_BYTES, &value));
  fail_unless_equals_int64(value, 176400);
  fail_unless(
      gst_pad_query_convert(pad, GST_FORMAT_BYTES, 2352, GST_FORMAT_DEFAULT, &value));
  fail_unless_equals_int64(value, 588);
  gst_object_unref(pad);
}

REDBOOK_TEST(test_formats_are_told) {
  Player player;
  player.play();
  auto *query = gst_query_new_formats();

  fail_unless(gst_pad_peer_query(player.pad(), query));

  guint count = 0;
  gst_query_parse_n_formats(query, &count);
  fail_unless_equals_int(count, 3);
  gst_query_unref(query);
}

REDBOOK_TEST(test_no_player_picks_a_burner_as_loudspeaker) {
  auto *factory = gst_element_factory_find("redbooksink");

  fail_unless_equals_int(gst_plugin_feature_get_rank(GST_PLUGIN_FEATURE(factory)),
                         GST_RANK_NONE);
  const std::string klass =
      gst_element_factory_get_metadata(factory, GST_ELEMENT_METADATA_KLASS);
  fail_unless(klass.find("Sink") != std::string::npos);
  fail_unless(klass.find("File") != std::string::npos);
  gst_object_unref(factory);
}

REDBOOK_TEST(test_element_does_not_wait_for_the_clock) {
  Player player;
  gboolean sync = TRUE;
  g_object_get(player.sink(), "sync", &sync, nullptr);

  fail_unless(!sync);
}
