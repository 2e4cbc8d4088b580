// A stash in a folder of the user's, which outlives the process.
#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

bool tells(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

/// A player that stages into a folder, which stays.
struct Staging {
  explicit Staging(const TempDir &place) {
    player.set("stash-location", place / "stash");
  }
  Player player;
};

}  // namespace

REDBOOK_TEST(test_staged_tracks_are_there_for_the_next_run) {
  const TempDir place;
  {
    Staging first{place};
    first.player.play().song().song();
    first.player.stream();  // which closes the second
  }

  Staging second{place};
  second.player.play().song();
  second.player.eos();

  assert_text(second.player.cue(), plain_cue({0, 300, 600}));
  const auto two = counting_audio(Blocks{600});
  const auto third = counting_audio(Blocks{300});
  assert_audio(second.player.audio(), {two, third});
  fail_unless(tells(second.player.messages().warnings(), "holds 2 tracks already"));
}

REDBOOK_TEST(test_track_that_was_open_is_kept_with_its_title) {
  const TempDir place;
  {
    Staging first{place};
    first.player.play().stream().audio(Blocks{400});
    first.player.tag(GST_TAG_TITLE, "Half");
  }

  Staging second{place};
  second.player.play();
  second.player.stream();
  second.player.eos();

  fail_unless(tells(second.player.cue(), "TITLE \"Half\""));
  assert_audio(second.player.audio(), {counting_audio(Blocks{400})});
  fail_unless(tells(second.player.messages().warnings(), "Track 1 was being staged"));
}

REDBOOK_TEST(test_success_leaves_an_empty_stash) {
  const TempDir place;
  {
    Staging first{place};
    first.player.play().song();
    first.player.eos();
  }

  Staging second{place};
  second.player.play().song(Blocks{350});
  second.player.eos();

  assert_audio(second.player.audio(), {counting_audio(Blocks{350})});
  assert_text(second.player.messages().warnings(), "");
}

REDBOOK_TEST(test_failed_burn_points_to_the_stash) {
  const TempDir place;
  Staging staging{place};
  auto &player = staging.player;
  player.play().song();
  std::filesystem::create_directory(player.folder / "album.bin");
  write_file(player.folder / "album.bin/in the way", "");

  player.eos();
  player.set_state(GST_STATE_NULL);
  std::filesystem::remove_all(player.folder / "album.bin");
  Staging again{place};
  again.player.play();
  again.player.stream();
  again.player.eos();

  fail_unless(tells(player.messages().errors(), "The audio is kept"));
  assert_audio(again.player.audio(), {counting_audio(Blocks{300})});
}

REDBOOK_TEST(test_stash_of_another_element_is_in_use) {
  const TempDir place;
  Staging first{place};
  first.player.play().song();
  Staging second{place};

  const auto changed = second.player.set_state(GST_STATE_PAUSED);

  fail_unless_equals_int(changed, GST_STATE_CHANGE_FAILURE);
  fail_unless(tells(second.player.messages().errors(), "use"));
}

REDBOOK_TEST(test_clear_drops_what_an_earlier_run_staged) {
  const TempDir place;
  {
    Staging first{place};
    first.player.play().song();
  }

  Staging second{place};
  second.player.play();
  assert_text(second.player.act("clear"), "ok");
  second.player.song(Blocks{333});
  second.player.eos();

  assert_audio(second.player.audio(), {counting_audio(Blocks{333})});
}

REDBOOK_TEST(test_long_music_is_staged_in_a_folder_too) {
  const TempDir place;
  Staging staging{place};
  auto &player = staging.player;
  player.set("on-full", "next-disc").set("capacity", "1000").play();
  player.song(Blocks{800}).song(Blocks{900});

  player.eos();

  assert_audio(player.audio() + contents(player.folder / "album-2.bin"),
               {counting_audio(Blocks{1700})});
}

REDBOOK_TEST(test_where_nothing_was_staged_nothing_is_said_to_be_kept) {
  const TempDir place;
  Staging staging{place};
  auto &player = staging.player;
  player.play();
  player.stream_start("backwards", 1);
  player.caps();

  player.segment(0, 4 * GST_SECOND, -1.0);
  player.try_audio(4);

  fail_unless(tells(player.messages().errors(), "backwards"));
  fail_if(tells(player.messages().errors(), "kept"));
}
