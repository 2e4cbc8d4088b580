#include "disc/identity.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

// Tracks that start at these offsets from 00:00:00, as databases have them.
Disc disc_of(const std::vector<std::int64_t> &offsets, std::int64_t lead_out) {
  Disc disc;
  for (std::size_t i = 0; i < offsets.size(); ++i) {
    const auto end = i + 1 < offsets.size() ? offsets[i + 1] : lead_out;
    disc.tracks.push_back(
        {Lba{offsets[i] - 150}, Blocks{}, Blocks{end - offsets[i]}, {}, {}});
  }
  return disc;
}

// MusicBrainz, freedb, AccurateRip, CTDB.
std::string ids(const Disc &disc) {
  const auto id = identity_of(disc);
  return id.musicbrainz + ' ' + id.freedb + ' ' + id.accurate_rip_1 + '-' +
         id.accurate_rip_2 + ' ' + id.ctdb;
}

const Disc example = disc_of({150, 15363, 32314, 46592, 63414, 80489}, 95462);

}  // namespace

REDBOOK_TEST(test_shortest_disc_has_its_ids) {
  assert_text(ids(disc_of({150}, 450)),
              "..LhIULX3T60E0xwpWrsQY_OU8g- 02000401 0000012c-00000259 "
              "cvtjS6JnqrXVAXfm2UBH.wchJUk-");
}

REDBOOK_TEST(test_three_tracks_have_their_ids) {
  assert_text(ids(disc_of({150, 22650, 45150}, 72150)),
              "OMVAv3Jal3mskOkeAsYkZ9uS81g- 0f03c003 000220ec-00072421 "
              "MOEK1MYLQAM2EgG9Lw9O5bJBeUg-");
}

REDBOOK_TEST(test_example_of_musicbrainz_has_its_ids) {
  assert_text(ids(example),
              "49HHV7Eb8UKF3aQiNmu1GR8vKTY- 3404f606 000513be-001b2231 "
              "iCHDkr.7dpqDbPy3ehdjqp8oRT0-");
}

REDBOOK_TEST(test_99_tracks_have_their_ids) {
  std::vector<std::int64_t> offsets;
  for (int i = 0; i < 99; ++i) offsets.push_back(150 + 300 * i);

  assert_text(ids(disc_of(offsets, 29850)),
              "zce3.YbVw2wTBGNj0u5OOXhosx4- e1018c63 0016a8c8-05f5b9f1 "
              "V8kEI4s56D8hVVRU7CMImQ4LosQ-");
}

// As cdiocddasrc of GStreamer 1.22 tags an image of this disc.
REDBOOK_TEST(test_full_ids_are_as_gstreamer_has_them) {
  const auto id = identity_of(example);

  assert_text(id.musicbrainz_full,
              "01 06 000174E6 00000096 00003C03 00007E3A 0000B600 0000F7B6 00013A69");
  assert_text(id.freedb_full, "3404f606 6 150 15363 32314 46592 63414 80489 1270");
  assert_text(id.musicbrainz_toc, "1 6 95462 150 15363 32314 46592 63414 80489");
}

REDBOOK_TEST(test_accurate_rip_entry_has_a_path) {
  assert_text(identity_of(example).accurate_rip_path,
              "e/b/3/dBAR-006-000513be-001b2231-3404f606.bin");
}

REDBOOK_TEST(test_hidden_audio_before_track_1_moves_its_offset) {
  auto disc = disc_of({150, 15363}, 32314);
  disc.tracks[0].pregap = Blocks{750};

  assert_text(identity_of(disc).freedb_full, "0901a202 2 900 15363 418");
  assert_text(ids(disc), ids(disc_of({900, 15363}, 32314)));
}

REDBOOK_TEST(test_pregaps_count_to_the_track_before) {
  auto disc = disc_of({150, 15213}, 32314);
  disc.tracks[1].pregap = Blocks{150};

  assert_text(ids(disc), ids(disc_of({150, 15363}, 32314)));
}

REDBOOK_TEST(test_disc_that_no_database_takes_has_no_ids_there) {
  const auto identity = identity_of(disc_of({150}, 99 * 60 * 75));

  assert_text(identity.musicbrainz + identity.freedb, "");
  ck_assert(!identity.ctdb.empty());
}

REDBOOK_TEST(test_disc_has_1_to_99_tracks) {
  for (const std::size_t tracks : {0U, 100U}) {
    bool refused = false;
    try {
      identity_of(Disc{std::vector<Track>(tracks), {}});
    } catch (const std::logic_error &) {
      refused = true;
    }
    ck_assert(refused);
  }
}
