#include "held_burn.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// The one ERROR while files end at `bytes`, as on a full disk.
std::string errors_when_files_end_at(std::int64_t bytes, Player &player, int blocks) {
  GstFlowReturn flow = GST_FLOW_OK;
  {
    const FileSizeLimit disk_full{bytes};
    for (int i = 0; i < blocks && flow == GST_FLOW_OK; i += 100)
      flow = player.try_audio(Blocks{100}.bytes());
    player.eos();
  }
  return player.messages().errors();
}

const std::string no_space =
    "There is no space left on the disk for the audio: free some, or choose another "
    "folder.\n";

}  // namespace

REDBOOK_TEST(test_full_disk_while_staging_is_told_and_nothing_burned) {
  Player player;
  player.play().stream();

  const auto errors = errors_when_files_end_at(1 << 20, player, 3000);

  assert_text(errors,
              "ERROR no-space-left not-enough-disk-for-stash staging: " + no_space);
  assert_text(player.folder.names(), "");
  fail_unless_equals_int(player.messages().count("EOS"), 0);
  fail_unless_equals_int(player.messages().count("preparing"), 0);
}

REDBOOK_TEST(test_full_disk_at_the_end_of_staging_is_told_and_nothing_burned) {
  Player player;
  player.play().stream();

  const auto errors = errors_when_files_end_at(600 << 10, player, 400);

  assert_text(errors,
              "ERROR no-space-left not-enough-disk-for-stash staging: " + no_space);
  assert_text(player.folder.names(), "");
  fail_unless_equals_int(player.messages().count("EOS"), 0);
}

REDBOOK_TEST(test_hundredth_stream_is_an_error_and_nothing_is_burned) {
  Player player;
  player.play();
  for (int i = 0; i < 99; ++i) player.stream().audio(4);

  fail_unless_equals_int(player.stream().try_audio(4), GST_FLOW_ERROR);
  fail_unless(!player.eos());

  assert_text(player.messages().burns(),
              "ERROR format track-limit staging: A disc holds 99 tracks, and one more "
              "begins here: make two discs of it.\n");
  assert_text(player.folder.names(), "");
}

REDBOOK_TEST(test_full_disc_is_an_error_and_nothing_is_burned) {
  Player player;
  player.set("capacity", "1000").play().song();

  fail_unless_equals_int(player.stream().try_audio(Blocks{701}.bytes()), GST_FLOW_ERROR);
  fail_unless(!player.eos());

  fail_unless(
      player.messages().burns().starts_with("ERROR no-space-left disc-full "
                                            "staging: "));
  fail_unless_equals_int(player.messages().count("ERROR"), 1);
  assert_text(player.messages().lines({"EOS", "preparing"}), "");
  assert_text(player.folder.names(), "");
}

REDBOOK_TEST(test_disc_is_full_to_the_last_block_without_an_error) {
  Player player;
  player.set("capacity", "1000").play().song().song(Blocks{700});

  player.eos();

  assert_text(player.messages().errors() + player.messages().warnings(), "");
  fail_unless_equals_int(player.audio().size(), 1000 * bytes_per_block);
}

REDBOOK_TEST(test_truncated_disc_is_burned_with_one_warning) {
  Player player;
  player.set("capacity", "1000").set("on-full", "truncate").play().song();
  player.song(Blocks{800}).audio(Blocks{100});
  player.song();

  player.eos();

  fail_unless_equals_int(player.messages().count("WARNING"), 1);
  fail_unless_equals_int(player.messages().count("EOS"), 1);
  assert_text(player.cue(), plain_cue({0, 300}));
  assert_audio(player.audio(), {counting_audio(Blocks{1000})});
}

REDBOOK_TEST(test_track_cut_under_four_seconds_is_left_out) {
  Player player;
  player.set("capacity", "1000").set("on-full", "truncate").play().song(Blocks{800});
  player.song();

  player.eos();

  assert_text(player.cue(), plain_cue({0}));
  fail_unless_equals_int(player.audio().size(), 800 * bytes_per_block);
}

REDBOOK_TEST(test_negative_rate_is_an_error) {
  Player player;
  player.play();
  player.stream_start("backwards", 1);
  player.caps();

  player.segment(0, 4 * GST_SECOND, -1.0);
  player.try_audio(4);

  fail_unless_equals_int(player.messages().count("ERROR settings invalid-argument"), 1);
}

REDBOOK_TEST(test_other_caps_are_refused) {
  Player player;
  player.play();
  player.stream_start("a", 1);
  for (const auto *other :
       {"audio/x-raw,format=S16BE,rate=44100,channels=2,layout=interleaved",
        "audio/x-raw,format=S16LE,rate=48000,channels=2,layout=interleaved",
        "audio/x-raw,format=S16LE,rate=44100,channels=1,layout=interleaved",
        "audio/x-raw,format=S16LE,rate=44100,channels=2,layout=non-interleaved"}) {
    auto *caps = gst_caps_from_string(other);
    auto *sink_pad = gst_element_get_static_pad(player.sink(), "sink");
    fail_unless(!gst_pad_query_accept_caps(sink_pad, caps), other);
    gst_object_unref(sink_pad);
    gst_caps_unref(caps);
  }
}

REDBOOK_TEST(test_burn_that_fails_tells_all_and_no_end_of_music) {
  Player player;
  const auto folder = player.folder / "gone";
  std::filesystem::create_directory(folder);
  player.set("location", (folder / "album.cue").string()).play().song();
  std::filesystem::rename(folder, player.folder / "moved");

  fail_unless(!player.eos());

  assert_text(
      player.messages().lines({"track-progress current-track=1", "burn-complete", "ERROR",
                               "progress error", "EOS"}),
      "track-progress current-track=1 total-tracks=1\n"
      "burn-complete result=file-access code=2147746328 tracks-written=1\n"
      "ERROR write file-access burning: The folder of the disc image cannot be "
      "written to. The audio is kept; the details have the command that makes the "
      "image of it.\nprogress error redbook-close\n");
}

REDBOOK_TEST(test_failed_burn_says_where_the_audio_is_and_what_makes_the_image) {
  Player player;
  auto *bus = player.messages().bus();
  gst_bus_set_sync_handler(bus, nullptr, nullptr, nullptr);
  player.play().song();
  std::filesystem::create_directory(player.image());

  player.eos();

  auto *message = gst_bus_pop_filtered(bus, GST_MESSAGE_ERROR);
  const GstStructure *details = nullptr;
  gst_message_parse_error_details(message, &details);
  gchar *debug = nullptr;
  gst_message_parse_error(message, nullptr, &debug);
  const std::string stash = gst_structure_get_string(details, "stash");
  assert_text(gst_structure_get_string(details, "stage"), "burning");
  fail_unless(stash.starts_with(player.folder.path().string() + "/stash-"));
  assert_audio(contents(std::filesystem::path{stash} / "sound.pcm"),
               {counting_audio(four_seconds)});
  fail_unless(std::string{debug}.ends_with("\nredbook-burner --export '" + stash + "' '" +
                                           player.image() + "'"));
  g_free(debug);
  gst_message_unref(message);
}

REDBOOK_TEST(test_failed_burn_leaves_the_older_image_and_can_be_repeated) {
  Player player;
  const auto folder = player.folder / "music";
  const auto away = player.folder / "away";
  std::filesystem::create_directory(folder);
  write_file(folder / "album.cue", "older sheet");
  write_file(folder / "album.bin", "older audio");
  player.set("location", (folder / "album.cue").string()).play().song();
  std::filesystem::rename(folder, away);
  player.eos();
  assert_text(contents(away / "album.cue") + contents(away / "album.bin"),
              "older sheetolder audio");
  std::filesystem::rename(away, folder);

  assert_text(player.act("burn"), "ok");
  player.messages().wait_for("burn-complete result=ok");

  assert_text(sheet_tied_to(folder / "album.bin", folder / "album.cue"), plain_cue({0}));
}

REDBOOK_TEST(test_flush_after_an_error_lets_the_music_go_on) {
  Player player;
  player.set("capacity", "1000").play().song();
  fail_unless_equals_int(player.stream().try_audio(Blocks{701}.bytes()), GST_FLOW_ERROR);

  player.flush();
  player.segment();
  player.audio(four_seconds);
  player.eos();

  assert_text(player.cue(), plain_cue({0, 300}));
}
