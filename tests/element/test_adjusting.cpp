// Music that is made louder or softer before it is burned.
#include <nlohmann/json.hpp>

#include "album_player.hpp"
#include "checksum/track_checksums.hpp"
#include "loud_player.hpp"
#include "stash/stash_folder.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

bool tells(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

nlohmann::json report_in(const TempDir &folder) {
  return nlohmann::json::parse(contents(folder / "r.json"));
}

/// No image can be made while this is there.
struct Obstacle {
  explicit Obstacle(const Player &player) : folder{player.folder / "album.bin"} {
    std::filesystem::create_directory(folder);
    write_file(folder / "in the way", "");
  }
  ~Obstacle() { std::filesystem::remove_all(folder); }
  std::filesystem::path folder;
};

/// The stash that was kept beside the image.
StagedDisc kept_stash(const Player &player) {
  for (const auto &entry : std::filesystem::directory_iterator{player.folder.path()})
    if (entry.path().filename().string().starts_with("stash-"))
      return open_stash(entry.path());
  throw std::runtime_error{"no stash was kept"};
}

std::string audio_in(const StagedDisc &saved) {
  auto audio = silence(saved.disc.length());
  saved.stash->read(0, audio);
  return text_of(audio);
}

}  // namespace

REDBOOK_TEST(test_audio_is_as_it_came_by_default) {
  Player player;
  player.set("loudness-target", "-20").set("true-peak-limit", "-20");
  player.set("report-location", player.folder / "r");
  play_quiet_and_loud(player);

  player.eos();

  assert_audio(player.audio(), {quiet_audio(), loud_audio()});
  fail_if(report_in(player.folder).contains("loudness"));
}

REDBOOK_TEST(test_album_gain_keeps_the_tracks_apart) {
  const auto audio = adjusted_audio();

  fail_unless_equals_int(audio.size(), 2 * five_seconds.bytes());
  fail_unless(are_close(lufs(audio, 1) - lufs(audio, 0), loud - quiet));
  LoudnessMeter whole;
  whole.append(std::as_bytes(std::span{audio}));
  fail_unless(are_close(*whole.measured().integrated, -20));
}

REDBOOK_TEST(test_track_gain_brings_each_to_the_target) {
  Player player;
  player.set("loudness", "track");
  play_quiet_and_loud(player);

  player.eos();

  fail_unless(are_close(lufs(player.audio(), 0), -16));
  fail_unless(are_close(lufs(player.audio(), 1), -16));
}

REDBOOK_TEST(test_true_peaks_keep_below_their_limit) {
  Player player;
  player.set("loudness", "track").set("loudness-target", "-8");
  player.set("true-peak-limit", "-10");
  play_quiet_and_loud(player);

  player.eos();

  for (const int track : {0, 1}) {
    const auto peak = decibels(measured(player.audio(), track).true_peak);
    fail_unless(peak <= -10 && peak > -10.01, "%f", peak);
  }
}

REDBOOK_TEST(test_checksums_are_those_of_what_is_burned) {
  Player player;
  with_album_gain(player).set("report-location", player.folder / "r");
  play_quiet_and_loud(player);

  player.eos();

  TrackChecksums wanted;
  wanted.track_starts(0);
  wanted.track_starts(five_seconds.bytes());
  const auto audio = player.audio();
  wanted.append(std::as_bytes(std::span{audio}));
  const auto track =
      wanted.track({five_seconds.bytes(), 2 * five_seconds.bytes()}, TrackPlace::last);
  char text[9];
  g_snprintf(text, sizeof text, "%08X", track.accurate_rip.v2);
  const auto told = report_in(player.folder)["tracks"][1]["checksums"];
  assert_text(told["accurate-rip-v2"].get<std::string>(), text);
  fail_unless_equals_int(told["peak"].get<int>(), track.peak);
}

REDBOOK_TEST(test_report_tells_how_the_tracks_came) {
  Player player;
  with_album_gain(player).set("report-location", player.folder / "r");
  play_quiet_and_loud(player);

  player.eos();

  const auto report = report_in(player.folder);
  assert_text(report["loudness"]["mode"].get<std::string>(), "album");
  fail_unless(are_close(report["loudness"]["target"], -20));
  const auto gain = -20 - report["loudness"]["integrated"].get<double>();
  for (const int track : {0, 1}) {
    const auto told = report["tracks"][track]["loudness"];
    fail_unless(are_close(told["integrated"], track == 0 ? quiet : loud));
    fail_unless(are_close(told["gain"], gain));
  }
  fail_unless(tells(contents(player.folder / "r.txt"), "brought to -20.0 LUFS"));
}

REDBOOK_TEST(test_completed_burn_tells_the_loudness) {
  Player player;
  with_album_gain(player);
  play_quiet_and_loud(player);

  player.eos();

  const auto told = player.messages().lines({"burn-complete"});
  fail_unless(tells(told, "result=ok"));
  fail_unless(tells(told, "loudness=\"redbook-loudness"));
}

REDBOOK_TEST(test_work_on_the_audio_comes_before_the_burn) {
  Player player;
  with_album_gain(player);
  play_quiet_and_loud(player);

  player.eos();

  assert_text(player.messages().lines({"progress start", "progress complete", "preparing",
                                       "track-progress", "EOS"}),
              "progress start redbook-prepare\n"
              "progress complete redbook-prepare\n"
              "progress start redbook-prepare\n"
              "progress complete redbook-prepare\n"
              "preparing-burn total-tracks=2 total-blocks=750 write-mode=image\n"
              "progress start redbook-burn\n"
              "track-progress current-track=0 total-tracks=2\n"
              "track-progress current-track=1 total-tracks=2\n"
              "track-progress current-track=2 total-tracks=2\n"
              "progress complete redbook-burn\n"
              "progress start redbook-close\n"
              "progress complete redbook-close\n"
              "EOS\n");
}

REDBOOK_TEST(test_cancelled_work_leaves_the_audio_for_another_burn) {
  Player player;
  with_album_gain(player);
  bool first = true;
  player.messages().when("progress continue redbook-prepare", [&] {
    if (std::exchange(first, false)) player.act("cancel");
  });
  play_quiet_and_loud(player);
  auto music = player.eos_in_background();
  player.messages().wait_for("burn-complete result=user-abort");
  player.messages().wait_for("progress canceled redbook-prepare");
  fail_if(std::filesystem::exists(player.image()));

  while (player.act("burn") == "busy") std::this_thread::yield();
  music.join();

  assert_text(player.messages().errors(), "");
  fail_unless(player.audio() == adjusted_audio());
}

REDBOOK_TEST(test_failed_burn_keeps_what_was_to_be_burned) {
  Player player;
  with_album_gain(player);
  play_quiet_and_loud(player);
  const Obstacle obstacle{player};

  player.eos();

  fail_unless(tells(player.messages().errors(), "The audio is kept"));
  fail_unless(audio_in(kept_stash(player)) == adjusted_audio());
}

REDBOOK_TEST(test_stash_of_the_user_has_the_audio_as_it_came) {
  const TempDir place;
  Player player;
  with_album_gain(player).set("stash-location", place / "stash");
  play_quiet_and_loud(player);
  const Obstacle obstacle{player};

  player.eos();
  player.set_state(GST_STATE_NULL);

  assert_audio(audio_in(open_stash(place / "stash")), {quiet_audio(), loud_audio()});
  fail_unless(audio_in(kept_stash(player)) == adjusted_audio());
}

REDBOOK_TEST(test_second_burn_is_of_the_same_audio) {
  Player player;
  with_album_gain(player).set("auto-burn", "false");
  play_quiet_and_loud(player);
  player.eos();

  player.act("burn");
  player.messages().wait_for("burn-complete result=ok");
  const auto first = player.audio();
  player.messages().clear();
  while (player.act("burn") == "busy") std::this_thread::yield();
  player.messages().wait_for("burn-complete result=ok");

  fail_unless(first == adjusted_audio());
  fail_unless(player.audio() == first);
}

REDBOOK_TEST(test_disc_after_it_is_measured_anew) {
  Player player;
  with_album_gain(player);
  play_quiet_and_loud(player);
  player.eos();

  player.flush();
  player.stream().push(quiet_audio());
  player.eos();

  fail_unless(are_close(lufs(player.audio(), 0), -20));
}

REDBOOK_TEST(test_album_of_several_discs_has_one_gain) {
  Player player;
  with_album_gain(player).set("on-full", "next-disc").set("capacity", "500");
  play_quiet_and_loud(player);

  player.eos();

  const auto second = contents(player.folder / "album-2.bin");
  fail_unless(player.audio() + second == adjusted_audio());
}

REDBOOK_TEST(test_simulation_works_on_the_audio_and_leaves_nothing) {
  Player player;
  with_album_gain(player).set("simulate", "true");
  play_quiet_and_loud(player);

  player.eos();

  fail_unless(tells(player.messages().lines({"burn-complete"}), "loudness="));
  assert_text(player.folder.names(), "");
}

REDBOOK_TEST(test_redbookalbum_makes_the_same_disc) {
  AlbumPlayer album;
  album.set("loudness", "album").set("loudness-target", "-20").play();
  auto &first = album.track();
  auto &second = album.track();

  album.play(second, loud_audio());
  album.play(first, quiet_audio());
  album.join();

  fail_unless(album.audio() == adjusted_audio());
}
