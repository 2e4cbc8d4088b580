#include "bin_player.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// What becomes of one stream of this form.
std::string audio_of(const std::string &form, const Pcm &pcm) {
  BinPlayer player;
  player.play();
  player.stream_of(form);
  fail_unless_equals_int(player.push(pcm, 0), GST_FLOW_OK);
  player.eos();
  assert_text(player.messages().errors(), "");
  return player.audio();
}

constexpr std::int64_t track = 300 * 588;  // samples

std::int16_t step(std::int64_t i) { return static_cast<std::int16_t>(i * 7919); }

/// Both channels of each sample.
Pcm doubled(std::int64_t count, std::int16_t (*value)(std::int64_t)) {
  return pcm_of<std::int16_t>(count * 2, [value](auto i) { return value(i / 2); });
}

std::int16_t swapped(std::int64_t i) {
  const auto bits = static_cast<std::uint16_t>(step(i));
  return static_cast<std::int16_t>(bits << 8 | bits >> 8);
}

std::int16_t loud_byte(std::int64_t i) {
  return static_cast<std::int16_t>(static_cast<std::uint16_t>(i) << 8);
}

std::int64_t samples_of(int rate, std::int64_t count) {
  BinPlayer player;
  player.set("gapless", "true").play();
  player.stream_of(form("S24LE", rate, 2));
  player.push(silence(count * 6), 0);
  player.stream_of(form("S16LE", 44100, 2));
  player.push(pcm_of<std::int16_t>(track * 2, [](auto) { return 0x4321; }), 0);
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

ELEMENT_TEST(test_sound_of_a_disc_is_not_touched) {
  assert_audio(audio_of(form("S16LE", 44100, 2), counting_sound(Blocks{300})),
               {counting_sound(Blocks{300})});
}
GST_END_TEST;

ELEMENT_TEST(test_what_16_bits_hold_is_not_dithered) {
  const auto steps = doubled(track, step);
  const auto bytes = doubled(track, loud_byte);

  assert_audio(audio_of(form("S16BE", 44100, 2), doubled(track, swapped)), {steps});
  assert_audio(audio_of(form("U16LE", 44100, 2),
                        pcm_of<std::uint16_t>(track * 2,
                                              [](auto i) {
                                                return static_cast<std::uint16_t>(
                                                    step(i / 2) ^ 0x8000);
                                              })),
               {steps});
  assert_audio(
      audio_of(form("S8", 44100, 2),
               pcm_of<std::int8_t>(track * 2, [](auto i) { return std::int8_t(i / 2); })),
      {bytes});
  assert_audio(
      audio_of(form("U8", 44100, 2),
               pcm_of<std::uint8_t>(track * 2,
                                    [](auto i) { return std::uint8_t((i / 2) ^ 0x80); })),
      {bytes});
}
GST_END_TEST;

ELEMENT_TEST(test_mono_is_both_channels_sample_by_sample) {
  assert_audio(audio_of(form("S16LE", 44100, 1), pcm_of<std::int16_t>(track, step)),
               {doubled(track, step)});
}
GST_END_TEST;

ELEMENT_TEST(test_buffers_of_odd_sizes_and_no_times_are_converted_whole) {
  BinPlayer player;
  player.play();
  player.stream_of(form("S16BE", 44100, 2));
  const auto pcm = doubled(track, swapped);
  for (std::size_t at = 0; at < pcm.size(); at += 4097)
    fail_unless_equals_int(
        player.push(
            {pcm.begin() + static_cast<std::ptrdiff_t>(at),
             pcm.begin() + static_cast<std::ptrdiff_t>(std::min(at + 4097, pcm.size()))}),
        GST_FLOW_OK);
  player.eos();

  assert_audio(player.audio(), {doubled(track, step)});
}
GST_END_TEST;

ELEMENT_TEST(test_length_of_a_resampled_track_is_exact) {
  for (const int rate : {8000, 22050, 32000, 48000, 88200, 96000, 192000})
    for (const std::int64_t count : {rate * 5, rate * 5 + 1, rate * 5 + 1234})
      fail_unless_equals_int64(samples_of(rate, count),
                               static_cast<std::int64_t>(std::llround(
                                   static_cast<double>(count) * 44100 / rate)));
}
GST_END_TEST;

ELEMENT_TEST(test_resampled_sound_is_where_it_was) {
  BinPlayer player;
  player.play();
  player.stream_of(form("F32LE", 48000, 2));
  player.push(
      pcm_of<float>(5 * 48000 * 2, [](auto i) { return i / 2 == 96000 ? 0.5F : 0.0F; }),
      0);
  player.eos();

  fail_unless_equals_int64(peak_of(player.samples()), 88200);
}
GST_END_TEST;

ELEMENT_TEST(test_nothing_is_lost_where_the_form_changes_within_a_stream) {
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
  player.push(counting_sound(44100 * 4), 4 * GST_SECOND);
  player.eos();

  const auto audio = player.audio();
  assert_audio(audio.substr(4 * 44100 * 4), {counting_sound(44100 * 4)});
  fail_unless_equals_int(audio.size(), 5 * 44100 * 4);
}
GST_END_TEST;

ELEMENT_TEST(test_tracks_of_all_forms_begin_and_end_with_their_sound) {
  BinPlayer player;
  player.set("gapless", "true").play();
  player.stream_of(form("S16LE", 44100, 2));
  player.push(counting_sound(Blocks{300}), 0);
  player.stream_of(form("S24LE", 48000, 2));
  player.push(silence(6 * 48000 * 6), 0);
  player.stream_of(form("S16LE", 44100, 1));
  player.push(pcm_of<std::int16_t>(track, step), 0);
  player.stream_of(form("S16LE", 44100, 2));
  player.push(counting_sound(Blocks{300}), 0);
  player.eos();

  const auto audio = player.audio();
  assert_text(player.cue(), plain_cue({0, 300, 750, 1050}));
  assert_audio(audio.substr(0, 300 * 2352), {counting_sound(Blocks{300})});
  assert_audio(audio.substr(750 * 2352),
               {doubled(track, step), counting_sound(Blocks{300})});
}
GST_END_TEST;

ELEMENT_TEST(test_resampled_sound_without_times_is_whole) {
  BinPlayer player;
  player.play();
  player.stream_of(form("S24LE", 48000, 2));
  for (int i = 0; i < 5; ++i) player.push(silence(48000 * 6));
  player.eos();

  fail_unless_equals_int(player.samples().size() / 2, 5 * 44100);
}
GST_END_TEST;

ELEMENT_TEST(test_jump_in_the_times_loses_no_sound_and_is_told) {
  BinPlayer player;
  player.play();
  player.stream_of(form("S24LE", 48000, 2));
  player.push(silence(48000 * 3 * 6), 0);
  player.push(silence(48000 * 2 * 6), 4 * GST_SECOND);
  player.eos();

  fail_unless_equals_int(player.samples().size() / 2, 5 * 44100);
  assert_text(player.messages().warnings(),
              "WARNING 1.00 s of sound are missing in track 1 at 0:03.00: the input may "
              "be damaged.\n");
}
GST_END_TEST;

ELEMENT_TEST(test_discontinuity_without_a_jump_loses_no_sound) {
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
GST_END_TEST;

ELEMENT_TEST(test_gap_event_comes_after_the_sound_before_it) {
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
GST_END_TEST;

ELEMENT_TEST(test_buffers_flagged_as_gap_keep_their_length) {
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
GST_END_TEST;

ELEMENT_TEST(test_buffer_lists_are_converted) {
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
GST_END_TEST;

ELEMENT_TEST(test_surround_is_mixed_to_stereo) {
  BinPlayer player;
  player.play();
  player.stream_of(form("F32LE", 44100, 6) + ", channel-mask=(bitmask)0x3f");
  player.push(pcm_of<float>(track * 6, [](auto i) { return i % 6 == 2 ? 0.5F : 0.0F; }),
              0);
  player.eos();

  const auto samples = player.samples();
  fail_unless_equals_int(samples.size() / 2, track);
  fail_unless(samples[2000] > 1000);
  fail_unless(std::abs(samples[2000] - samples[2001]) <= 3);
}
GST_END_TEST;

ELEMENT_TEST(test_full_scale_in_all_channels_does_not_wrap_around) {
  BinPlayer player;
  player.play();
  player.stream_of(form("F32LE", 44100, 6) + ", channel-mask=(bitmask)0x3f");
  player.push(pcm_of<float>(track * 6, [](auto i) { return i % 12 < 6 ? 1.5F : -1.5F; }),
              0);
  player.eos();

  const auto samples = player.samples();
  for (std::size_t i = 0; i < samples.size(); ++i)
    fail_unless(i / 2 % 2 == 0 ? samples[i] > 32760 : samples[i] < -32760);
}
GST_END_TEST;

ELEMENT_TEST(test_channels_for_nobody_knows_which_loudspeakers_are_told) {
  BinPlayer player;
  player.play();
  player.stream_start("four", 7);

  player.caps("audio/x-raw, " + form("S16LE", 44100, 4) + ", channel-mask=(bitmask)0");

  assert_text(player.messages().errors(),
              "ERROR format invalid-argument converting: The sound has 4 channels, and "
              "nothing says which loudspeakers they are for: they cannot be mixed to "
              "stereo.\n");
}
GST_END_TEST;

ELEMENT_TEST(test_two_channels_without_positions_are_stereo) {
  assert_audio(audio_of(form("S16LE", 44100, 2) + ", channel-mask=(bitmask)0",
                        counting_sound(Blocks{300})),
               {counting_sound(Blocks{300})});
}
GST_END_TEST;

ELEMENT_TEST(test_anything_may_come_whatever_came_before) {
  BinPlayer player;
  player.play();
  player.stream_of(form("S16LE", 44100, 2));
  auto *other = gst_caps_from_string(
      "audio/x-raw, format=S24BE, rate=192000, channels=1, layout=interleaved");

  fail_unless(gst_pad_peer_query_accept_caps(player.pad(), other));
  auto *all = gst_pad_peer_query_caps(player.pad(), nullptr);
  fail_unless(gst_caps_is_subset(other, all));

  gst_caps_unref(all);
  gst_caps_unref(other);
}
GST_END_TEST;

int main(int argc, char **argv) { return run(argc, argv, "conversion"); }
