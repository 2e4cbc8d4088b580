// Music that is longer than a disc, into images.
#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

Player &with_small_discs(Player &player) {
  return player.set("on-full", "next-disc").set("capacity", "1000").play();
}

bool tells(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

REDBOOK_TEST(test_disc_ends_at_the_last_track_that_fits) {
  Player player;
  with_small_discs(player);
  player.song(Blocks{400}).song(Blocks{500}).song(Blocks{600});

  player.eos();

  assert_text(player.cue(), plain_cue({0, 400}));
  fail_unless(tells(contents(player.folder / "album-2.cue"), "FILE \"album-2.bin\""));
  assert_audio(player.audio() + contents(player.folder / "album-2.bin"),
               {counting_audio(Blocks{1500})});
  fail_unless_equals_int(player.audio().size(), Blocks{900}.bytes());
}

REDBOOK_TEST(test_one_long_track_is_cut_and_no_sample_lost) {
  Player player;
  with_small_discs(player).set("gapless", "true");
  player.stream().audio(Blocks{2700}.bytes() - 400);

  player.eos();

  auto music = counting_audio(Blocks{2700}.bytes() - 400);
  music.resize(static_cast<std::size_t>(Blocks{2700}.bytes()));
  assert_audio(player.audio() + contents(player.folder / "album-2.bin") +
                   contents(player.folder / "album-3.bin"),
               {music});
  fail_unless(tells(player.messages().warnings(), "on disc 1 of 3, "));
}

REDBOOK_TEST(test_each_disc_tells_its_own_story) {
  Player player;
  with_small_discs(player);
  player.song(Blocks{900}).song(Blocks{800});

  player.eos();

  const auto sheet = "device=" + (player.folder / "album-2.cue").string();
  const auto story = player.messages().lines({"burn-complete", "EOS", "toc"});
  fail_unless(story.starts_with("toc\ntoc\nburn-complete result=ok code=0 "));
  fail_unless(tells(story, " disc=1 total-discs=2\nburn-complete "));
  fail_unless(tells(story, sheet + " copy=1 disc=2 total-discs=2\nEOS\n"));
}

REDBOOK_TEST(test_reports_say_which_disc_they_are_of) {
  Player player;
  player.set("report-location", player.folder / "report.json");
  with_small_discs(player);
  player.song(Blocks{900}).song(Blocks{800});

  player.eos();

  const auto first = contents(player.folder / "report.json");
  const auto second = contents(player.folder / "report-2.json");
  fail_unless(tells(first, "\"disc\": 1,\n    \"discs\": 2"));
  fail_unless(tells(second, "\"disc\": 2,\n    \"discs\": 2"));
  fail_unless(tells(second, "album-2.cue"));
  fail_unless(tells(second, "\"length\": 800"));
}

REDBOOK_TEST(test_music_that_fits_is_one_disc_as_ever) {
  Player player;
  with_small_discs(player);
  player.song(Blocks{1000});

  player.eos();

  assert_audio(player.audio(), {counting_audio(Blocks{1000})});
  fail_if(std::filesystem::exists(player.folder / "album-2.cue"));
  assert_text(player.messages().lines({"burn-complete"}),
              "burn-complete result=ok code=0 tracks-written=1\n");
}

REDBOOK_TEST(test_hundredth_track_opens_another_disc) {
  Player player;
  player.set("on-full", "next-disc").play();
  for (int track = 0; track < 101; ++track) player.song();

  player.eos();

  fail_unless_equals_int(player.audio().size(), 99 * four_seconds.bytes());
  fail_unless_equals_int(contents(player.folder / "album-2.bin").size(),
                         2 * four_seconds.bytes());
}

REDBOOK_TEST(test_simulated_discs_leave_nothing) {
  Player player;
  player.set("simulate", "true");
  with_small_discs(player);
  player.song(Blocks{2500});

  player.eos();

  fail_unless_equals_int(player.messages().count("burn-complete result=ok"), 3);
  fail_unless(std::filesystem::is_empty(player.folder.path()));
}

REDBOOK_TEST(test_disc_that_fails_is_named_in_the_command_that_makes_it) {
  Player player;
  with_small_discs(player);
  player.song(Blocks{2500});
  std::filesystem::create_directory(player.folder / "album-2.cue");

  player.eos();

  fail_unless(
      tells(player.messages().details(), "album-2.cue' --disc 2 --capacity 1000"));
}
