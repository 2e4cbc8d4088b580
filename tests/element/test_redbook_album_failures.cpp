// Tracks that fail, are sought in, come too late or don't come.
#include "album_player.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

const std::string lost_words = "ERROR format invalid-argument staging: ";

}  // namespace

REDBOOK_TEST(test_track_without_audio_burns_nothing) {
  AlbumPlayer player;
  auto &one = player.track();
  auto &two = player.track();
  player.play();

  one.stream();
  fail_unless_equals_int(one.audio(song(1)), GST_FLOW_OK);
  two.stream();
  fail_unless(!two.eos());

  fail_unless(!one.eos());
  fail_unless_equals_int(one.audio(song(1)), GST_FLOW_EOS);
  assert_text(player.messages().burns(),
              lost_words + "Track 2 brought no audio: nothing is burned.\n");
  player.set_state(GST_STATE_NULL);
  assert_text(player.folder.names(), "");
}

REDBOOK_TEST(test_full_disk_beside_the_disc_burns_nothing) {
  AlbumPlayer player;
  auto &one = player.track();
  auto &two = player.track();
  player.play();
  two.stream();
  GstFlowReturn flow = GST_FLOW_OK;
  {
    const FileSizeLimit disk_full{100000};
    flow = two.audio(counting_audio(Blocks{1000}));
  }

  fail_unless_equals_int(flow, GST_FLOW_ERROR);
  one.stream();
  fail_unless_equals_int(one.audio(song(1)), GST_FLOW_FLUSHING);
  fail_unless_equals_int(player.messages().count("ERROR"), 1);
}

REDBOOK_TEST(test_stop_wakes_all_that_wait) {
  for (const auto state : {GST_STATE_READY, GST_STATE_NULL}) {
    AlbumPlayer player;
    player.set("parallel", "2");
    for (int i = 0; i < 4; ++i) player.play(player.track(), song(i));
    player.play(player.track("track_9"), song(9));
    player.set_state(GST_STATE_PAUSED);

    player.set_state(state);
    player.join();

    assert_text(player.folder.names(), "");
  }
}

REDBOOK_TEST(test_stop_in_paused_ends_a_wait_for_preroll) {
  AlbumPlayer player;
  auto &one = player.track();
  auto &two = player.track();
  player.set_state(GST_STATE_PAUSED);
  player.play(one, song(1));
  player.play(two, song(2));
  fail_unless_equals_int(
      gst_element_get_state(player.album(), nullptr, nullptr, GST_CLOCK_TIME_NONE),
      GST_STATE_CHANGE_SUCCESS);

  player.set_state(GST_STATE_NULL);
  player.join();

  assert_text(player.folder.names(), "");
}

REDBOOK_TEST(test_sought_track_begins_anew) {
  AlbumPlayer player;
  auto &one = player.track();
  auto &two = player.track();
  player.play();
  for (auto *source : {&one, &two}) {
    source->stream();
    source->audio(song(8));

    source->push(gst_event_new_flush_start());
    source->push(gst_event_new_flush_stop(TRUE));
    player.play();
    source->segment();
  }

  player.in_background([&] { two.audio(song(2)), two.eos(); });
  one.audio(song(1));
  one.eos();
  player.join();

  assert_audio(player.audio(), {song(1), silence(488 * 4), song(2), silence(388 * 4)});
}

REDBOOK_TEST(test_flush_that_would_lose_an_earlier_stream_is_an_error) {
  AlbumPlayer player;
  player.track();
  auto &two = player.track();
  player.play();
  for (int number : {1, 2}) {
    two.stream();
    two.audio(song(number));
  }

  two.push(gst_event_new_flush_start());
  two.push(gst_event_new_flush_stop(TRUE));

  assert_text(player.messages().errors(),
              lost_words +
                  "The stream at track 2 was sought in while another one "
                  "before it was still waiting.\n");
}

REDBOOK_TEST(test_pad_that_nothing_is_linked_to_is_left_out) {
  AlbumPlayer player;
  auto *unlinked = player.request("track_1");
  auto &two = player.track("track_2");
  player.play();

  two.song(song(2));

  assert_text(player.messages().warnings(),
              "WARNING Nothing is linked to the pad track_1: the disc has no such "
              "track.\n");
  assert_audio(player.audio(), {song(2), silence(388 * 4)});
  gst_object_unref(unlinked);
}

REDBOOK_TEST(test_disc_is_complete_when_the_missing_track_is_released) {
  AlbumPlayer player;
  auto &one = player.track();
  auto &two = player.track();
  player.play();
  one.song(song(1));

  gst_element_release_request_pad(player.album(), two.track());
  player.messages().wait_for("EOS");

  assert_audio(player.audio(), {song(1), silence(488 * 4)});
}

REDBOOK_TEST(test_pad_that_comes_too_late_is_refused) {
  AlbumPlayer player;
  auto &two = player.track("track_2");
  player.play();
  two.song(song(2));

  fail_unless(player.request("track_1") == nullptr);
  fail_unless(player.request("track_3") == nullptr);
}

REDBOOK_TEST(test_seek_is_refused) {
  AlbumPlayer player;
  auto &one = player.track();
  player.play();
  one.stream().audio(song(1));

  fail_unless(!gst_element_seek_simple(player.album(), GST_FORMAT_TIME,
                                       GST_SEEK_FLAG_FLUSH, GST_SECOND));
}
