#include "bin_player.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// How many samples become of `count` at this rate.
std::int64_t samples_of(int rate, std::int64_t count) {
  BinPlayer player;
  player.set("gapless", "true").play();
  player.stream_of(form("S24LE", rate, 2));
  player.push(silence(count * 6), 0);
  player.stream_of(form("S16LE", 44100, 2));
  player.push(pcm_of<std::int16_t>(Blocks{300}.bytes() / 2, [](auto) { return 0x4321; }),
              0);
  player.eos();
  const auto all = player.samples();
  const auto second = std::find(all.begin(), all.end(), 0x4321);
  return (second - all.begin()) / 2;
}

/// Where the loudest sample is.
std::ptrdiff_t peak_of(const std::vector<int> &samples) {
  const auto peak = std::max_element(samples.begin(), samples.end());
  return (peak - samples.begin()) / 2;
}

}  // namespace

REDBOOK_TEST(test_length_of_a_resampled_track_is_exact) {
  for (const int rate : {8000, 48000, 88200, 192000})
    for (const std::int64_t count : {rate * 5, rate * 5 + 1, rate * 5 + 1234})
      fail_unless_equals_int64(samples_of(rate, count),
                               static_cast<std::int64_t>(std::llround(
                                   static_cast<double>(count) * 44100 / rate)));
}

REDBOOK_TEST(test_resampled_audio_is_where_it_was) {
  BinPlayer player;
  player.play();
  player.stream_of(form("F32LE", 48000, 2));
  player.push(
      pcm_of<float>(5 * 48000 * 2, [](auto i) { return i / 2 == 96000 ? 0.5F : 0.0F; }),
      0);
  player.eos();

  fail_unless_equals_int64(peak_of(player.samples()), 88200);
}

REDBOOK_TEST(test_nothing_is_lost_where_the_form_changes_within_a_stream) {
  BinPlayer player;
  player.play();
  player.stream_of(form("F32LE", 48000, 2));
  const auto loud = [](std::int64_t samples) {
    return pcm_of<float>(samples * 2, [](auto) { return 0.5F; });
  };
  player.push(loud(48000 * 2), 0);
  player.caps("audio/x-raw, " + form("F32LE", 96000, 2));
  player.push(loud(96000 * 2), 2 * GST_SECOND);
  player.caps("audio/x-raw, " + form("S16LE", 44100, 2));
  player.push(counting_audio(44100 * 4), 4 * GST_SECOND);
  player.eos();

  const auto audio = player.audio();
  assert_audio(audio.substr(4 * 44100 * 4), {counting_audio(44100 * 4)});
  fail_unless_equals_int(audio.size(), 5 * 44100 * 4);
}

REDBOOK_TEST(test_resampled_audio_without_times_is_whole) {
  BinPlayer player;
  player.play();
  player.stream_of(form("S24LE", 48000, 2));
  for (int i = 0; i < 5; ++i) player.push(silence(48000 * 6));
  player.eos();

  fail_unless_equals_int(player.samples().size() / 2, 5 * 44100);
}

REDBOOK_TEST(test_jump_in_the_times_loses_no_audio_and_is_told) {
  BinPlayer player;
  player.play();
  player.stream_of(form("S24LE", 48000, 2));
  player.push(silence(48000 * 3 * 6), 0);
  player.push(silence(48000 * 2 * 6), 4 * GST_SECOND);
  player.eos();

  fail_unless_equals_int(player.samples().size() / 2, 5 * 44100);
  assert_text(player.messages().warnings(),
              "WARNING 1.00 s of audio are missing in track 1 at 0:03.00: the input may "
              "be damaged.\n");
}

REDBOOK_TEST(test_discontinuity_without_a_jump_loses_no_audio) {
  BinPlayer player;
  player.play();
  player.stream_of(form("S24LE", 48000, 2));
  for (int i = 0; i < 5; ++i) {
    auto *buffer =
        Player::buffer_of(silence(48000 * 6), static_cast<GstClockTime>(i) * GST_SECOND);
    GST_BUFFER_FLAG_SET(buffer, GST_BUFFER_FLAG_DISCONT);
    gst_pad_push(player.pad(), buffer);
  }
  player.eos();

  fail_unless_equals_int(player.samples().size() / 2, 5 * 44100);
  assert_text(player.messages().warnings(), "");
}

REDBOOK_TEST(test_gap_event_comes_after_the_audio_before_it) {
  BinPlayer player;
  player.play();
  player.stream_of(form("F32LE", 48000, 2));
  const auto loud = pcm_of<float>(48000 * 2 * 2, [](auto) { return 0.5F; });
  player.push(loud, 0);
  player.push(gst_event_new_gap(2 * GST_SECOND, GST_SECOND));
  player.push(loud, 3 * GST_SECOND);
  player.eos();

  const auto samples = player.samples();
  fail_unless_equals_int(samples.size() / 2, 5 * 44100);
  for (std::size_t i = 2 * 44100 * 2; i < 3 * 44100 * 2; ++i)
    fail_unless_equals_int(samples[i], 0);
  fail_unless(samples[2 * 44100 * 2 - 1] > 1000);
  fail_unless(samples[3 * 44100 * 2] > 1000);
  assert_text(player.messages().warnings(), "");
}

REDBOOK_TEST(test_buffers_flagged_as_gap_keep_their_length) {
  BinPlayer player;
  player.play();
  player.stream_of(form("S24LE", 48000, 2));
  for (int i = 0; i < 50; ++i) {
    auto *buffer = Player::buffer_of(silence(4800 * 6),
                                     static_cast<GstClockTime>(i) * GST_SECOND / 10);
    if (i % 10 > 4) GST_BUFFER_FLAG_SET(buffer, GST_BUFFER_FLAG_GAP);
    gst_pad_push(player.pad(), buffer);
  }
  player.eos();

  fail_unless_equals_int(player.samples().size() / 2, 5 * 44100);
}

REDBOOK_TEST(test_buffer_lists_are_converted) {
  BinPlayer player;
  player.play();
  player.stream_of(form("S24LE", 48000, 2));
  auto *list = gst_buffer_list_new();
  for (int i = 0; i < 5; ++i)
    gst_buffer_list_add(list, Player::buffer_of(silence(48000 * 6)));
  fail_unless_equals_int(gst_pad_push_list(player.pad(), list), GST_FLOW_OK);
  player.eos();

  fail_unless_equals_int(player.samples().size() / 2, 5 * 44100);
}
