#include "report/waveform.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// Silence but for these samples, by their places.
struct Sample {
  std::size_t place;
  int left, right;
};
Pcm audio_with(Blocks length, std::initializer_list<Sample> samples) {
  auto pcm = silence(length);
  const auto put = [&pcm](std::size_t at, int value) {
    pcm[at] = static_cast<std::byte>(value & 0xFF);
    pcm[at + 1] = static_cast<std::byte>((value >> 8) & 0xFF);
  };
  for (const auto &sample : samples) {
    put(4 * sample.place, sample.left);
    put(4 * sample.place + 2, sample.right);
  }
  return pcm;
}

Waveform waveform_in(const Pcm &pcm, Blocks length, int columns) {
  const TempDir folder;
  return waveform_of(*stash_with(folder, pcm), length, columns);
}

}  // namespace

REDBOOK_TEST(test_both_channels_are_told_apart) {
  const auto swing = swing_of(audio_with(Blocks{1}, {{3, 32767, -5}, {584, -32768, 7}}));

  ck_assert(swing == (StereoSwing{{-32768, 32767}, {-5, 7}}));
}

REDBOOK_TEST(test_every_sample_counts_whatever_its_place) {
  for (std::size_t place = 0; place < 37; ++place) {
    auto audio = audio_with(Blocks{1}, {{place, 100, -200}});
    audio.resize(4 * 37);

    ck_assert(swing_of(audio) == (StereoSwing{{0, 100}, {-200, 0}}));
  }
}

REDBOOK_TEST(test_silence_does_not_swing) {
  ck_assert(swing_of(silence(Blocks{1})) == StereoSwing{});
  ck_assert(swing_of({}) == StereoSwing{});
}

REDBOOK_TEST(test_columns_share_the_time_without_a_gap) {
  constexpr std::size_t third = 588;
  const auto audio =
      audio_with(Blocks{3}, {{third - 1, 1, 0}, {third, 2, 0}, {3 * third - 1, 3, 0}});

  const auto waveform = waveform_in(audio, Blocks{3}, 3);

  ck_assert(waveform == (Waveform{{{0, 1}, {}}, {{0, 2}, {}}, {{0, 3}, {}}}));
}

REDBOOK_TEST(test_columns_may_be_longer_than_what_is_read_at_once) {
  const Blocks length{900};  // 2 MB
  const auto last = static_cast<std::size_t>(length.samples()) - 1;
  const auto audio = audio_with(length, {{0, 9, -9}, {300000, 10, 0}, {last, -4, 4}});

  const auto waveform = waveform_in(audio, length, 1);

  ck_assert(waveform == (Waveform{{{-4, 10}, {-9, 4}}}));
}

REDBOOK_TEST(test_audio_behind_the_disc_is_left_out) {
  const auto waveform = waveform_in(audio_with(Blocks{2}, {{600, 5, 5}}), Blocks{1}, 2);

  ck_assert(waveform == (Waveform{{}, {}}));
}

REDBOOK_TEST(test_audio_that_is_not_there_is_an_error) {
  const TempDir folder;
  const auto stash = stash_with(folder, silence(Blocks{1}));

  const auto error = error_of([&] { waveform_of(*stash, Blocks{2}, 2); });

  ck_assert(error.fault() == Fault::stash);
}
