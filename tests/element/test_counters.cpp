#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// Total, used and available blocks, and tracks.
std::string counters(const Player &player) {
  return std::to_string(player.number("total-blocks")) + ' ' +
         std::to_string(player.number("used-blocks")) + ' ' +
         std::to_string(player.number("available-blocks")) + ' ' +
         std::to_string(player.number("total-tracks"));
}

}  // namespace

// The numbers of imapi.md, part 3.
REDBOOK_TEST(test_counters_agree_with_imapis_oracle) {
  Player player;
  player.set("track-split", "manual").set("track-gap", "150").play().stream();

  assert_text(counters(player), "359849 0 359849 0");
  player.act("create-track", 0u);
  player.audio(Blocks{1000});
  assert_text(counters(player), "359849 1000 358849 1");
  player.act("close-track");
  assert_text(counters(player), "359849 1000 358699 1");
  player.act("create-track", 0u);
  assert_text(counters(player), "359849 1150 358699 2");
  player.audio(Blocks{100});
  assert_text(counters(player), "359849 1250 358599 2");
  player.act("close-track");
  assert_text(counters(player), "359849 1450 358249 2");
}

REDBOOK_TEST(test_99_short_tracks_with_gaps_use_44400_blocks) {
  Player player;
  player.set("track-split", "manual").set("track-gap", "150").play().stream();
  for (int i = 0; i < 99; ++i) {
    player.audio(4);
    player.act("close-track");
  }

  assert_text(counters(player), "359849 44400 0 99");
}

REDBOOK_TEST(test_full_disc_keeps_what_fits_and_the_track_open) {
  Player player;
  player.set("track-split", "manual").set("capacity", "1000").play().stream();
  player.act("create-track", 0u);

  fail_unless_equals_int(player.try_audio(Blocks{1001}.bytes()), GST_FLOW_ERROR);

  assert_text(counters(player), "1000 1000 0 1");
}

REDBOOK_TEST(test_reading_below_paused_gives_zero) {
  Player player;
  assert_text(counters(player), "0 0 0 0");
  player.set_state(GST_STATE_READY);
  assert_text(counters(player), "0 0 0 0");
  fail_unless_equals_int(player.number("block-size"), 2352);
}

REDBOOK_TEST(test_counters_can_be_read_while_burning) {
  Player player;
  player.play().song();
  Gate writing;
  player.messages().when("track-progress current-track=0", [&] { writing.pass(); });
  auto music = player.eos_in_background();
  writing.wait_until_reached();

  assert_text(counters(player), "359849 300 359549 1");
  writing.open();
}

REDBOOK_TEST(test_burned_disc_leaves_nothing_staged) {
  Player player;
  player.play().song();
  player.eos();

  assert_text(counters(player), "359849 0 359849 0");
  assert_text(player.act("burn"), "invalid-image");
}

REDBOOK_TEST(test_odd_samples_count_as_a_block) {
  Player player;
  player.play().stream().audio(44100 * 4);
  fail_unless_equals_int(player.number("used-blocks"), 75);
  player.audio(4);
  fail_unless_equals_int(player.number("used-blocks"), 76);
}

REDBOOK_TEST(test_staging_goes_on_for_the_next_disc) {
  Player player;
  player.set("capacity", "1000").set("on-full", "next-disc").set("auto-burn", "false");
  player.play().song(Blocks{800});
  player.song(Blocks{800});
  player.song(Blocks{300});

  assert_text(counters(player), "1000 1900 700 3");
  assert_text(player.messages().errors() + player.messages().warnings(), "");
}
