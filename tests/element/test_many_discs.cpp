// Several discs of one staging: on several drives at once, and one after another.
#include "loud_player.hpp"
#include "operator.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

const Blocks song_length{300};

std::string song_text() { return text_of(counting_audio(song_length)); }

std::string burns_of(const Player &player, const std::string &device) {
  std::string text;
  std::istringstream all{player.messages().burns()};
  for (std::string line; std::getline(all, line);)
    if (line.find(device) != std::string::npos) text += line + '\n';
  return text;
}

}  // namespace

REDBOOK_TEST(test_four_drives_make_the_same_disc) {
  Tower tower{4};
  auto &player = tower.player;
  player.play().song();

  player.eos();

  for (const auto &drive : tower.drives)
    fail_unless(drive.audio(song_length) == song_text());
  assert_text(burns_of(player, "/dev/sr3"),
              "preparing-burn total-tracks=1 total-blocks=300 write-mode=sao "
              "write-speed=3600 device=/dev/sr3 copy=1\n"
              "track-progress current-track=0 total-tracks=1 device=/dev/sr3 copy=1\n"
              "track-progress current-track=1 total-tracks=1 device=/dev/sr3 copy=1\n"
              "closing-disc device=/dev/sr3 copy=1\n"
              "burn-complete result=ok code=0 tracks-written=1 device=/dev/sr3 copy=1\n");
  fail_unless_equals_int(player.messages().count("burn-complete result=ok"), 4);
  fail_unless_equals_int(player.messages().count("EOS"), 1);
}

REDBOOK_TEST(test_drive_that_fails_leaves_the_others_finished) {
  Tower tower{4};
  tower.drives[3].plan("write lba 100 sense 3/0C/00");
  auto &player = tower.player;
  player.play().song();

  player.eos();

  for (std::size_t i = 0; i < 3; ++i)
    fail_unless(tower.drives[i].audio(song_length) == song_text());
  const auto &messages = player.messages();
  fail_unless_equals_int(messages.count("burn-complete result=ok"), 3);
  fail_unless_equals_int(messages.count("burn-complete result=cannot-write"), 1);
  const auto errors = messages.errors();
  fail_unless_equals_int(messages.count("ERROR"), 1);
  fail_unless(errors.find("/dev/sr3: ") != std::string::npos);
  fail_unless(errors.find("/dev/sr0") == std::string::npos);
  fail_unless(errors.find("The audio is kept") != std::string::npos);
  fail_unless_equals_int(messages.count("EOS"), 0);
}

REDBOOK_TEST(test_cancel_stops_all_drives) {
  Tower tower{2};
  for (const auto &drive : tower.drives) drive.slow_down();
  auto &player = tower.player;
  player.messages().when("block-progress completed-blocks=0",
                         [&] { player.act("cancel"); });
  player.play().song(Blocks{1500});

  const auto music = player.eos_in_background();
  player.messages().wait_for("progress canceled redbook-burn");
  player.set_state(GST_STATE_NULL);

  fail_unless_equals_int(player.messages().count("burn-complete result=user-abort"), 2);
  assert_text(player.messages().errors(), "");
}

REDBOOK_TEST(test_same_drive_twice_is_refused_before_staging) {
  Tower tower{1};
  auto &player = tower.player;
  player.set("devices", "</dev/sr0,/dev/sr0>");

  player.set_state(GST_STATE_PAUSED);

  fail_unless(player.messages().errors().find("the same drive") != std::string::npos);
}

REDBOOK_TEST(test_copies_are_burned_onto_one_disc_after_another) {
  Recorder recorder;
  const Operator hands{recorder, {"cd-r-80", "cd-r-80"}};
  auto &player = recorder.player;
  player.set("copies", "3").play().song();

  player.eos();

  const auto song = song_text();
  const std::vector<std::string> both(2, song);
  fail_unless(hands.taken(song_length) == both);
  fail_unless(recorder.audio(song_length) == song);
  assert_text(player.messages().lines({"insert-disc", "burn-complete", "EOS"}),
              "burn-complete result=ok code=0 tracks-written=1 device=/dev/sr0 copy=1\n"
              "insert-disc reason=next text=\"\" device=/dev/sr0 copy=2\n"
              "burn-complete result=ok code=0 tracks-written=1 device=/dev/sr0 copy=2\n"
              "insert-disc reason=next text=\"\" device=/dev/sr0 copy=3\n"
              "burn-complete result=ok code=0 tracks-written=1 device=/dev/sr0 copy=3\n"
              "EOS\n");
  fail_if(recorder.tray_is_open());
}

REDBOOK_TEST(test_wrong_disc_is_ejected_and_asked_for_again) {
  Recorder recorder{"written"};
  const Operator hands{recorder, {"cd-r-80"}};
  auto &player = recorder.player;
  player.set("wait-for-medium", "3600").play().song();

  player.eos();

  fail_unless(recorder.audio(song_length) == song_text());
  const auto asked = player.messages().lines({"insert-disc"});
  fail_unless(asked.starts_with("insert-disc reason=another text=\"The\\ CD-R\\ in"));
  fail_unless_equals_int(player.messages().count("insert-disc"), 1);
  fail_unless_equals_int(player.messages().count("EOS"), 1);
}

REDBOOK_TEST(test_copies_without_discs_end_in_an_error_that_names_the_copy) {
  Recorder recorder;
  auto &player = recorder.player;
  player.set("copies", "2").set("wait-for-medium", "1").play().song();

  player.eos();

  const auto errors = player.messages().errors();
  fail_unless(errors.find("/dev/sr0, copy 2 of 2: No disc that will do was inserted") !=
              std::string::npos);
  fail_unless_equals_int(player.messages().count("burn-complete result=ok"), 1);
  fail_unless_equals_int(
      player.messages().count("burn-complete result=medium-not-present"), 1);
}

REDBOOK_TEST(test_waiting_for_a_disc_can_be_cancelled) {
  Recorder recorder{""};
  auto &player = recorder.player;
  player.messages().when("insert-disc", [&] { player.act("cancel"); });
  player.set("wait-for-medium", "3600").play().song();

  const auto music = player.eos_in_background();
  player.messages().wait_for("progress canceled redbook-prepare");
  player.set_state(GST_STATE_NULL);

  fail_unless_equals_int(player.messages().count("burn-complete result=user-abort"), 1);
  assert_text(player.messages().errors(), "");
}

REDBOOK_TEST(test_long_music_is_burned_onto_several_discs) {
  Recorder recorder;
  const Operator hands{recorder, {"cd-r-80", "cd-r-80"}};
  auto &player = recorder.player;
  player.set("on-full", "next-disc").set("capacity", "1000").play();
  player.song(Blocks{2600});

  player.eos();

  const auto music = text_of(counting_audio(Blocks{2600}));
  const auto full = hands.taken(Blocks{1000});
  fail_unless_equals_int(full.size(), 2);
  fail_unless(full[0] + full[1] + recorder.audio(Blocks{600}) == music);
  assert_text(player.messages().lines({"insert-disc", "burn-complete", "EOS"}),
              "burn-complete result=ok code=0 tracks-written=1 device=/dev/sr0 copy=1 "
              "disc=1 total-discs=3\n"
              "insert-disc reason=next text=\"\" device=/dev/sr0 copy=1 disc=2 "
              "total-discs=3\n"
              "burn-complete result=ok code=0 tracks-written=1 device=/dev/sr0 copy=1 "
              "disc=2 total-discs=3\n"
              "insert-disc reason=next text=\"\" device=/dev/sr0 copy=1 disc=3 "
              "total-discs=3\n"
              "burn-complete result=ok code=0 tracks-written=1 device=/dev/sr0 copy=1 "
              "disc=3 total-discs=3\nEOS\n");
}

REDBOOK_TEST(test_drives_and_an_image_get_the_same_adjusted_audio) {
  Tower tower{2};
  Player image;
  tower.player.set("verify", "full");

  for (auto *player : {&tower.player, &image}) {
    player->set("loudness", "track");
    play_quiet_and_loud(*player);
    player->eos();
  }

  fail_unless(are_close(lufs(image.audio(), 0), -16));
  for (const auto &drive : tower.drives)
    fail_unless(drive.audio(five_seconds * 2) == image.audio());
  fail_unless_equals_int(tower.player.messages().count("burn-complete result=ok"), 2);
}

REDBOOK_TEST(test_copies_of_an_image_are_refused) {
  Player player;
  player.set("copies", "2");

  player.set_state(GST_STATE_PAUSED);

  fail_unless(player.messages().errors().find("An image is made once") !=
              std::string::npos);
}
