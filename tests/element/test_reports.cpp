// Checksums and reports: what applications and files are told of a disc that was made.
#include "checksum/track_checksums.hpp"
#include "element_support.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// A field of the `redbook-checksums` in `complete`, or of its first track.
guint sum_in(const GstStructure *complete, const char *field, bool of_track) {
  GstStructure *sums = nullptr;
  if (!gst_structure_get(complete, "checksums", GST_TYPE_STRUCTURE, &sums, nullptr))
    return 0;
  const auto *tracks = gst_structure_get_value(sums, "tracks");
  const auto *track = gst_value_get_structure(gst_value_array_get_value(tracks, 0));
  guint value = 0;
  gst_structure_get_uint(of_track ? track : sums, field, &value);
  gst_structure_free(sums);
  return value;
}

/// Plays to the end, and gives the burn-complete to `look`.
template <typename Look>
void play_to_the_end(Player &player, Look &&look) {
  auto *bus = player.messages().bus();
  gst_bus_set_sync_handler(bus, nullptr, nullptr, nullptr);
  player.play().stream().audio(four_seconds);
  player.song();
  player.eos();
  while (auto *message = gst_bus_pop_filtered(bus, GST_MESSAGE_ELEMENT)) {
    const auto *structure = gst_message_get_structure(message);
    if (gst_structure_has_name(structure, "redbook-burn-complete")) look(structure);
    gst_message_unref(message);
  }
}

std::string report_of(const Player &player) { return contents(player.folder / "r.json"); }

bool tells(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

REDBOOK_TEST(test_completed_burn_tells_the_checksums) {
  Player player;
  guint crc = 0, track_crc = 0, v1 = 0;

  play_to_the_end(player, [&](const GstStructure *complete) {
    crc = sum_in(complete, "crc-32", false);
    track_crc = sum_in(complete, "crc-32", true);
    v1 = sum_in(complete, "accurate-rip-v1", true);
  });

  const auto disc = contents(player.folder / "album.bin");
  const auto bytes = std::as_bytes(std::span{disc});
  const auto half = four_seconds.bytes();
  TrackChecksums wanted;
  wanted.append(bytes);
  const auto sums = wanted.disc(
      {{0, half}, {half, 2 * half}}, [&](std::int64_t first, std::span<std::byte> into) {
        std::copy_n(bytes.begin() + first, into.size(), into.begin());
      });
  fail_unless_equals_int(crc, sums.crc32);
  fail_unless_equals_int(track_crc, sums.tracks[0].crc32);
  fail_unless_equals_int(v1, sums.tracks[0].accurate_rip.v1);
}

REDBOOK_TEST(test_checksums_can_be_switched_off) {
  Player player;
  player.set("checksums", "false").set("report-location", player.folder / "r");
  bool told = true;

  play_to_the_end(player, [&](const GstStructure *complete) {
    told = gst_structure_has_field(complete, "checksums");
  });

  fail_if(told);
  fail_if(tells(report_of(player), "crc-32"));
}

REDBOOK_TEST(test_report_lies_where_it_was_asked_for) {
  Player player;
  player.set("report-location", player.folder / "r.log");
  std::string report;

  play_to_the_end(player, [&](const GstStructure *complete) {
    report = gst_structure_get_string(complete, "report");
  });

  assert_text(report, (player.folder / "r.json").string());
  fail_unless(tells(report_of(player), "\"result\": \"ok\""));
  fail_unless(tells(report_of(player), "\"write-mode\": \"image\""));
  fail_unless(tells(contents(player.folder / "r.log"), "The disc is complete."));
}

REDBOOK_TEST(test_report_has_the_findings) {
  Player player;
  player.set("report-location", player.folder / "r")
      .set("media-catalog-number", "1234567890120")
      .play()
      .song();

  player.eos();

  fail_unless(tells(report_of(player), "\"name\": \"MCN_CHECKSUM\""));
}

REDBOOK_TEST(test_report_of_a_failed_burn_says_why) {
  Player player;
  player.set("report-location", player.folder / "r").play().song();
  std::filesystem::create_directory(player.folder / "album.bin");
  write_file(player.folder / "album.bin/in the way", "");

  player.eos();

  fail_if(tells(report_of(player), "\"result\": \"ok\""));
  fail_unless(tells(report_of(player), "\"error\": \""));
}

REDBOOK_TEST(test_report_that_cannot_be_written_is_found_before_staging) {
  Player player;
  player.set("report-location", player.folder / "missing/r");

  fail_unless(player.set_state(GST_STATE_PAUSED) == GST_STATE_CHANGE_FAILURE);

  fail_unless(tells(player.messages().errors(),
                    "The folder for the report cannot be written to."));
}

REDBOOK_TEST(test_report_that_fails_at_the_end_costs_a_warning_and_no_disc) {
  Player player;
  std::filesystem::create_directory(player.folder / "reports");
  player.set("report-location", player.folder / "reports/r").play().song();
  std::filesystem::remove(player.folder / "reports");

  player.eos();

  assert_text(player.cue(), plain_cue({0}));
  fail_unless(tells(player.messages().warnings(), "The report could not be written."));
}
