#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

// Three streams of whole blocks and odd samples; 1763 samples more than 900 blocks.
constexpr std::int64_t first_bytes = 300 * bytes_per_block + 587 * 4;
constexpr std::int64_t second_bytes = 300 * bytes_per_block + 588 * 4 + 1 * 4;
constexpr std::int64_t third_bytes = 300 * bytes_per_block + 587 * 4;

void play_three(Player &player) {
  player.play().stream().audio(first_bytes);
  player.stream().audio(second_bytes);
  player.stream().audio(third_bytes);
  player.eos();
}

}  // namespace

REDBOOK_TEST(test_last_block_of_each_track_is_filled_with_silence) {
  Player player;

  play_three(player);

  assert_text(player.cue(), plain_cue({0, 301, 603}));
  const auto second = 300 * 588 + 587;
  assert_audio(player.audio(),
               {counting_audio(first_bytes), silence(4),
                counting_audio(second_bytes, second), silence(587 * 4),
                counting_audio(third_bytes, second + 301 * 588 + 1), silence(4)});
}

REDBOOK_TEST(test_gapless_loses_and_adds_no_sample) {
  Player player;
  player.set("gapless", "true");

  play_three(player);

  assert_text(player.cue(), plain_cue({0, 300, 602}));
  assert_audio(player.audio(),
               {counting_audio(first_bytes + second_bytes + third_bytes), silence(4)});
}

REDBOOK_TEST(test_gapless_disc_of_whole_blocks_is_the_very_audio) {
  Player player;
  player.set("gapless", "true").play().stream().audio(300 * bytes_per_block + 4);
  player.stream().audio(300 * bytes_per_block - 4);

  player.eos();

  assert_audio(player.audio(), {counting_audio(Blocks{600})});
}

REDBOOK_TEST(test_carry_passes_over_a_stream_without_audio) {
  Player player;
  player.set("gapless", "true").play().stream().audio(300 * bytes_per_block + 40);
  player.stream();
  player.stream().audio(300 * bytes_per_block - 40);

  player.eos();

  assert_text(player.cue(), plain_cue({0, 300}));
  assert_audio(player.audio(), {counting_audio(Blocks{600})});
}

REDBOOK_TEST(test_gapless_tag_of_a_track_wins_over_the_property) {
  Player player;
  player.play().stream().gapless(true).audio(300 * bytes_per_block + 4);
  player.stream().audio(300 * bytes_per_block);
  player.song();

  player.eos();

  const auto joined = 600 * bytes_per_block + 4;
  assert_text(player.cue(), plain_cue({0, 300, 601}));
  assert_audio(player.audio(), {counting_audio(joined), silence(587 * 4),
                                counting_audio(Blocks{300}, joined / 4)});
}

REDBOOK_TEST(test_tag_can_forbid_gapless_for_one_track) {
  Player player;
  player.set("gapless", "true").play();
  player.stream().gapless(false).audio(300 * bytes_per_block + 4);
  player.song();

  player.eos();

  assert_text(player.cue(), plain_cue({0, 301}));
}

REDBOOK_TEST(test_track_gap_is_silence_between_tracks_only) {
  Player player;
  player.set("track-gap", "150").play().song().song();

  player.eos();

  assert_text(player.cue(),
              "FILE \"album.bin\" BINARY\n"
              "  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n"
              "  TRACK 02 AUDIO\n    INDEX 00 00:04:00\n    INDEX 01 00:06:00\n");
  assert_audio(player.audio(), {counting_audio(Blocks{300}), silence(Blocks{150}),
                                counting_audio(Blocks{300}, 300 * 588)});
}

REDBOOK_TEST(test_track_gap_excludes_gapless) {
  Player player;
  player.set("track-gap", "2").set("gapless", "true").play();
  player.stream().audio(300 * bytes_per_block + 4).song();

  player.eos();

  fail_unless(player.cue().find("INDEX 01 00:04:03") != std::string::npos);
  assert_audio(player.audio(), {counting_audio(300 * bytes_per_block + 4),
                                silence(587 * 4 + 2 * bytes_per_block),
                                counting_audio(Blocks{300}, 300 * 588 + 1)});
}

REDBOOK_TEST(test_short_track_is_filled_up_to_four_seconds) {
  Player player;
  player.play().stream().audio(4);
  player.song();

  player.eos();

  assert_text(player.cue(), plain_cue({0, 300}));
  assert_audio(player.audio(), {counting_audio(4), silence(Blocks{300}.bytes() - 4),
                                counting_audio(Blocks{300}, 1)});
}

REDBOOK_TEST(test_gapless_track_shorter_than_four_seconds_is_filled_up) {
  Player player;
  player.set("gapless", "true").play().stream().audio(Blocks{299});
  player.song();

  player.eos();

  assert_text(player.cue(), plain_cue({0, 300}));
  fail_unless_equals_int(player.audio().size(), 600 * bytes_per_block);
}

REDBOOK_TEST(test_flush_gives_the_carried_samples_back) {
  Player player;
  player.set("gapless", "true").play().stream().audio(300 * bytes_per_block + 400);
  player.stream().audio(Blocks{700});

  player.flush();
  player.segment();
  player.push(silence(300 * bytes_per_block - 400));
  player.eos();

  assert_text(player.cue(), plain_cue({0, 300}));
  assert_audio(player.audio(), {counting_audio(300 * bytes_per_block + 400),
                                silence(300 * bytes_per_block - 400)});
}

REDBOOK_TEST(test_flush_after_the_end_of_a_gapless_disc_gives_its_last_block_back) {
  Player player;
  player.set("gapless", "true").set("auto-burn", "false").play();
  player.stream().audio(300 * bytes_per_block + 400);
  player.stream();
  player.eos();

  player.flush();
  player.segment();
  player.audio(300 * bytes_per_block - 400);
  player.eos();
  player.act("burn");
  player.messages().wait_for("burn-complete");

  assert_text(player.cue(), plain_cue({0, 300}));
  assert_audio(player.audio(), {counting_audio(Blocks{600})});
}
