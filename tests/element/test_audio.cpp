#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// One stream of counting audio, in buffers of `piece` bytes without times.
std::string image_from_pieces(std::int64_t piece, std::int64_t all) {
  Player player;
  player.play().stream();
  const auto pcm = counting_audio(all);
  for (std::int64_t at = 0; at < all; at += piece) {
    const auto end = std::min(at + piece, all);
    fail_unless_equals_int(player.push({pcm.begin() + at, pcm.begin() + end}),
                           GST_FLOW_OK);
  }
  player.eos();
  return player.audio();
}

GstSegment bytes_segment() {
  GstSegment segment;
  gst_segment_init(&segment, GST_FORMAT_BYTES);
  return segment;
}

std::int64_t samples_in(const std::string &audio) {
  return static_cast<std::int64_t>(audio.size()) / 4;
}

GstClockTime time_of_sample(guint64 sample) {
  return gst_util_uint64_scale_round(sample, GST_SECOND, 44100);
}

}  // namespace

REDBOOK_TEST(test_buffers_may_have_any_size) {
  const auto all = Blocks{300}.bytes();
  for (const std::int64_t piece : {3, 588 * 4, 4097, 1 << 20})
    assert_audio(image_from_pieces(piece, all), {counting_audio(all)});
}

REDBOOK_TEST(test_audio_may_come_byte_by_byte) {
  const std::int64_t all = 3 * bytes_per_block;

  assert_audio(image_from_pieces(1, all), {counting_audio(all), silence(Blocks{297})});
}

REDBOOK_TEST(test_odd_bytes_with_times_are_put_together) {
  Player player;
  player.play().stream();
  const auto pcm = counting_audio(Blocks{300});
  const std::int64_t piece = 4097;
  for (std::int64_t at = 0; at < Blocks{300}.bytes(); at += piece)
    player.push(
        {pcm.begin() + at, pcm.begin() + std::min(at + piece, Blocks{300}.bytes())},
        time_of_sample(static_cast<guint64>(at / 4)));

  player.eos();

  assert_audio(player.audio(), {pcm});
  assert_text(player.messages().warnings(), "");
}

REDBOOK_TEST(test_buffer_lists_are_recorded_in_order) {
  Player player;
  player.play().stream();
  auto *list = gst_buffer_list_new();
  for (int i = 0; i < 3; ++i)
    gst_buffer_list_add(list, Player::buffer_of(counting_audio(Blocks{100}, i * 58800)));

  fail_unless_equals_int(gst_pad_push_list(player.pad(), list), GST_FLOW_OK);
  player.eos();

  assert_audio(player.audio(), {counting_audio(Blocks{300})});
}

REDBOOK_TEST(test_memories_of_a_buffer_are_joined) {
  Player player;
  player.play().stream();
  auto *buffer = Player::buffer_of(counting_audio(Blocks{150}));
  buffer =
      gst_buffer_append(buffer, Player::buffer_of(counting_audio(Blocks{150}, 88200)));

  gst_pad_push(player.pad(), buffer);
  player.eos();

  assert_audio(player.audio(), {counting_audio(Blocks{300})});
}

REDBOOK_TEST(test_bytes_segment_is_recorded_whole) {
  Player player;
  player.play();
  player.stream_start("raw", {});
  player.caps();
  const auto segment = bytes_segment();
  player.push(gst_event_new_segment(&segment));
  player.push(counting_audio(Blocks{300}));
  player.push(counting_audio(4, 300 * 588), 123 * GST_SECOND);

  player.eos();

  fail_unless_equals_int(samples_in(player.audio()), 301 * 588);
  assert_text(player.messages().warnings(), "");
}

REDBOOK_TEST(test_audio_outside_the_segment_is_cut_off) {
  Player player;
  player.play();
  player.stream_start("a", 1);
  player.caps();
  player.segment(GST_SECOND, 6 * GST_SECOND);
  player.push(counting_audio(44100 * 4, 0), 0);
  player.push(counting_audio(44100 * 4, 22050), GST_SECOND / 2);
  player.push(counting_audio(44100 * 4 * 4, 66150), GST_SECOND * 3 / 2);
  player.push(counting_audio(44100 * 4, 242550), GST_SECOND * 11 / 2);
  player.push(counting_audio(44100 * 4, 286650), GST_SECOND * 13 / 2);

  player.eos();

  assert_audio(player.audio(), {counting_audio(44100 * 4 * 5, 44100)});
}

REDBOOK_TEST(test_gap_flag_does_not_touch_the_samples) {
  Player player;
  player.play().stream();
  auto *buffer = Player::buffer_of(counting_audio(Blocks{300}));
  GST_BUFFER_FLAG_SET(buffer, GST_BUFFER_FLAG_GAP);

  gst_pad_push(player.pad(), buffer);
  player.eos();

  assert_audio(player.audio(), {counting_audio(Blocks{300})});
}

REDBOOK_TEST(test_gap_event_is_clipped_to_the_segment) {
  Player player;
  player.play().stream();
  player.segment(0, 5 * GST_SECOND);
  player.audio(Blocks{300});

  player.push(gst_event_new_gap(4 * GST_SECOND, 3 * GST_SECOND));
  player.push(gst_event_new_gap(7 * GST_SECOND, 3 * GST_SECOND));
  player.eos();

  assert_audio(player.audio(), {counting_audio(Blocks{300}), silence(Blocks{75})});
}

REDBOOK_TEST(test_gap_event_with_a_duration_is_silence) {
  Player player;
  player.play().stream().audio(Blocks{300});

  player.push(gst_event_new_gap(4 * GST_SECOND, GST_SECOND));
  player.push(counting_audio(Blocks{1}), 5 * GST_SECOND);
  player.eos();

  assert_audio(player.audio(), {counting_audio(Blocks{300}), silence(Blocks{75}),
                                counting_audio(Blocks{1})});
}

REDBOOK_TEST(test_audio_in_time_after_a_gap_event_is_no_damage) {
  Player player;
  player.play().stream().audio(Blocks{300});

  player.push(gst_event_new_gap(4 * GST_SECOND, GST_SECOND));
  player.push(counting_audio(Blocks{1}), 5 * GST_SECOND);
  player.eos();

  assert_text(player.messages().warnings(), "");
}

REDBOOK_TEST(test_gap_event_without_a_duration_is_ignored) {
  Player player;
  player.play().stream().audio(Blocks{300});

  player.push(gst_event_new_gap(4 * GST_SECOND, GST_CLOCK_TIME_NONE));
  player.audio(Blocks{1});
  player.eos();

  assert_audio(player.audio(), {counting_audio(Blocks{301})});
}

REDBOOK_TEST(test_gap_events_alone_make_a_silent_track) {
  Player player;
  player.play().stream();

  player.push(gst_event_new_gap(0, 4 * GST_SECOND));
  player.eos();

  assert_audio(player.audio(), {silence(Blocks{300})});
}

REDBOOK_TEST(test_jump_of_39_ms_is_jitter) {
  Player player;
  player.play().song().stream().audio(Blocks{300});

  player.skip(39 * GST_MSECOND);
  player.audio(Blocks{1});
  player.skip(-39 * GST_MSECOND);
  player.audio(Blocks{1});

  assert_text(player.messages().warnings(), "");
}

REDBOOK_TEST(test_jump_of_41_ms_is_told_with_track_and_place) {
  Player player;
  player.play().song().stream().audio(Blocks{300});

  player.skip(41 * GST_MSECOND);
  player.audio(Blocks{75});
  player.skip(-1041 * GST_MSECOND);
  player.audio(Blocks{1});
  player.eos();

  assert_text(
      player.messages().warnings(),
      "WARNING 0.04 s of audio are missing in track 2 at 0:04.00: the input may "
      "be damaged.\n"
      "WARNING The audio goes back by 1.04 s in track 2 at 0:05.00: the input may "
      "be damaged.\n");
  fail_unless_equals_int(samples_in(player.audio()), 676 * 588);
}

REDBOOK_TEST(test_times_may_start_afresh_with_a_segment) {
  Player player;
  player.play().stream().audio(Blocks{300});

  player.segment(1000 * GST_SECOND);
  player.audio(Blocks{1});

  assert_text(player.messages().warnings(), "");
}

REDBOOK_TEST(test_large_buffer_is_given_back_when_it_is_written) {
  bool given_back = false;
  Player player;
  player.play().stream();
  auto *const audio = g_malloc0(65536);

  player.push(gst_buffer_new_wrapped_full(
      GST_MEMORY_FLAG_READONLY, audio, 65536, 0, 65536, &given_back,
      [](gpointer flag) { *static_cast<bool *>(flag) = true; }));
  const bool at_once = given_back;
  player.audio(Blocks{500});

  fail_unless(!at_once);
  fail_unless(given_back);
  g_free(audio);
}

REDBOOK_TEST(test_buffer_of_a_pool_is_given_back_at_once) {
  GstBufferPool *const pool = gst_buffer_pool_new();
  auto *const config = gst_buffer_pool_get_config(pool);
  gst_buffer_pool_config_set_params(config, nullptr, 65536, 1, 1);
  gst_buffer_pool_set_config(pool, config);
  gst_buffer_pool_set_active(pool, TRUE);
  Player player;
  player.play().stream();

  for (int i = 0; i < 20; ++i) {
    GstBuffer *buffer = nullptr;
    GstBufferPoolAcquireParams at_once{};
    at_once.flags = GST_BUFFER_POOL_ACQUIRE_FLAG_DONTWAIT;
    fail_unless_equals_int(gst_buffer_pool_acquire_buffer(pool, &buffer, &at_once),
                           GST_FLOW_OK);
    fail_unless_equals_int(player.push(buffer), GST_FLOW_OK);
  }

  gst_buffer_pool_set_active(pool, FALSE);
  gst_object_unref(pool);
}
