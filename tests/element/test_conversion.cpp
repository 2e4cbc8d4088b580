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

}  // namespace

REDBOOK_TEST(test_audio_of_a_disc_is_not_touched) {
  assert_audio(audio_of(form("S16LE", 44100, 2), counting_audio(Blocks{300})),
               {counting_audio(Blocks{300})});
}

REDBOOK_TEST(test_what_16_bits_hold_is_not_dithered) {
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

REDBOOK_TEST(test_mono_is_both_channels_sample_by_sample) {
  assert_audio(audio_of(form("S16LE", 44100, 1), pcm_of<std::int16_t>(track, step)),
               {doubled(track, step)});
}

REDBOOK_TEST(test_buffers_of_odd_sizes_and_no_times_are_converted_whole) {
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

REDBOOK_TEST(test_tracks_of_all_forms_begin_and_end_with_their_audio) {
  BinPlayer player;
  player.set("gapless", "true").play();
  player.stream_of(form("S16LE", 44100, 2));
  player.push(counting_audio(Blocks{300}), 0);
  player.stream_of(form("S24LE", 48000, 2));
  player.push(silence(6 * 48000 * 6), 0);
  player.stream_of(form("S16LE", 44100, 1));
  player.push(pcm_of<std::int16_t>(track, step), 0);
  player.stream_of(form("S16LE", 44100, 2));
  player.push(counting_audio(Blocks{300}), 0);
  player.eos();

  const auto audio = player.audio();
  assert_text(player.cue(), plain_cue({0, 300, 750, 1050}));
  assert_audio(audio.substr(0, 300 * 2352), {counting_audio(Blocks{300})});
  assert_audio(audio.substr(750 * 2352),
               {doubled(track, step), counting_audio(Blocks{300})});
}

REDBOOK_TEST(test_surround_is_mixed_to_stereo) {
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

REDBOOK_TEST(test_full_scale_in_all_channels_does_not_wrap_around) {
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

REDBOOK_TEST(test_channels_for_nobody_knows_which_loudspeakers_are_told) {
  BinPlayer player;
  player.play();
  player.stream_start("four", 7);

  player.caps("audio/x-raw, " + form("S16LE", 44100, 4) + ", channel-mask=(bitmask)0");

  assert_text(player.messages().errors(),
              "ERROR format invalid-argument converting: The audio has 4 channels, and "
              "nothing says which loudspeakers they are for: they cannot be mixed to "
              "stereo.\n");
}

REDBOOK_TEST(test_two_channels_without_positions_are_stereo) {
  assert_audio(audio_of(form("S16LE", 44100, 2) + ", channel-mask=(bitmask)0",
                        counting_audio(Blocks{300})),
               {counting_audio(Blocks{300})});
}

REDBOOK_TEST(test_anything_may_come_whatever_came_before) {
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
