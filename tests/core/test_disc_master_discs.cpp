// What is staged for several discs: beyond the capacity of one, and beyond 99 tracks.
#include "checksum_fixture.hpp"
#include "disc_master_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

DiscMaster::Settings discs_of(Blocks capacity) {
  return {.capacity = capacity, .on_full = OnFull::next_disc};
}

/// What CTDB leaves out at the end of a disc, at most.
constexpr std::int64_t max_ctdb_end = 2 * 5880 * 4;

std::vector<DiscPart> parts_of(const Staging &staging) {
  return divided(staging.master.layout(), staging.master.total_audio_blocks());
}

/// The audio of a part, as it was staged.
Pcm audio_of(const Staging &staging, const DiscPart &part) {
  auto audio = silence(part.disc.length());
  staging.master.stash()->read(part.offset.bytes(), audio);
  return audio;
}

/// The checksums of each part are those of the same disc staged by itself. How many bytes
/// they cost reading again.
std::int64_t assert_checksums_of_parts(Staging &staging) {
  assert_result(staging.master.begin_recording(), ok);
  std::int64_t bytes_read_again = 0;
  for (const auto &part : parts_of(staging)) {
    const auto sums = staging.master.checksums_of(part);
    ck_assert(sums.has_value());
    Staging alone;
    const auto audio = audio_of(staging, part);
    for (const auto &track : part.disc.tracks) {
      alone.master.create_audio_track();
      alone.master.append(part_of(
          audio, {(track.start - Lba{0}).bytes(), (track.end() - Lba{0}).bytes()}));
      alone.master.describe_open_track({}, track.pregap);
      alone.master.close_audio_track();
    }
    assert_result(alone.master.begin_recording(), ok);
    assert_text(lines_of(*sums), lines_of(*alone.master.checksums()));
    assert_text(lines_of(*sums), slow_lines_of(audio, extents_of(part.disc)));
    bytes_read_again += sums->bytes_read_again;
  }
  return bytes_read_again;
}

}  // namespace

REDBOOK_TEST(test_staging_goes_on_beyond_the_capacity) {
  Staging staging{discs_of(Blocks{1000})};

  for (int i = 0; i < 5; ++i) ck_assert_int_eq(staging.stage(Blocks{600}).number, i + 1);

  assert_text(staging.tracks(), "0+0+600 600+0+600 1200+0+600 1800+0+600 2400+0+600 ");
  ck_assert_uint_eq(parts_of(staging).size(), 5);
}

REDBOOK_TEST(test_staging_goes_on_beyond_99_tracks) {
  Staging staging{discs_of(eighty_minutes)};
  for (int number = 1; number <= 250; ++number) {
    staging.master.create_audio_track();
    staging.master.append_silence(Blocks{300}.bytes());
    ck_assert_int_eq(staging.master.close_audio_track().number, number);
  }

  staging.master.create_audio_track();
  staging.master.append_silence(Blocks{700}.bytes());
  ck_assert_int_eq(staging.master.divide_open_track(Blocks{300}).number, 251);
  ck_assert_int_eq(staging.master.close_audio_track().number, 252);

  ck_assert_uint_eq(parts_of(staging).size(), 3);
}

REDBOOK_TEST(test_counters_tell_what_is_left_on_the_disc_that_is_filled) {
  Staging staging{discs_of(Blocks{1000})};
  assert_text(staging.counters(), "0/1000/0");
  staging.stage(Blocks{600});
  assert_text(staging.counters(), "600/400/1");

  staging.master.create_audio_track();
  staging.master.append_silence(Blocks{400}.bytes());
  assert_text(staging.counters(), "1000/0/2");
  staging.master.append_silence(1);
  assert_text(staging.counters(), "1001/599/2");
  staging.master.append_silence(Blocks{599}.bytes());
  assert_text(staging.counters(), "1600/0/2");
  staging.master.append_silence(Blocks{300}.bytes());
  assert_text(staging.counters(), "1900/700/2");
  staging.master.close_audio_track();

  assert_text(staging.counters(), "1900/700/2");
}

REDBOOK_TEST(test_counters_count_gaps_on_their_disc) {
  auto settings = discs_of(Blocks{1000});
  settings.gap = Blocks{150};
  Staging staging{settings};
  staging.stage(Blocks{600});
  assert_text(staging.counters(), "600/250/1");

  staging.stage(Blocks{500});

  assert_text(staging.counters(), "1250/200/2");
  assert_text(staging.tracks(), "0+0+600 600+150+500 ");
}

REDBOOK_TEST(test_disc_of_99_tracks_has_nothing_left) {
  Staging staging{discs_of(eighty_minutes)};
  for (int number = 1; number <= 99; ++number) staging.stage(Blocks{300});
  assert_text(staging.counters(), "29700/0/99");

  staging.stage(Blocks{300});

  assert_text(staging.counters(), "30000/359549/100");
}

REDBOOK_TEST(test_short_track_behind_the_capacity_is_filled_up) {
  Staging staging{discs_of(Blocks{1000})};
  staging.stage(Blocks{900});

  ck_assert_int_eq(staging.stage(Blocks{10}).number, 2);

  assert_text(staging.tracks(), "0+0+900 900+0+300 ");
}

REDBOOK_TEST(test_parts_end_to_end_are_what_was_staged) {
  Staging staging{discs_of(Blocks{1000})};
  Pcm all;
  std::int64_t sample = 0;
  for (const auto bytes :
       {700 * 2352 + 100, 333 * 2352 + 4, 2500 * 2352 + 2348, 1200000}) {
    const auto audio = counting_audio(bytes, sample);
    all.insert(all.end(), audio.begin(), audio.end());
    staging.stage_bytes(bytes, Join::gapless, sample);
    sample += bytes / 4;
  }
  assert_result(staging.master.begin_recording(), ok);
  all.resize(static_cast<std::size_t>(Blocks::holding(size_of(all)).bytes()));

  Pcm parts;
  for (const auto &part : parts_of(staging)) {
    const auto audio = audio_of(staging, part);
    parts.insert(parts.end(), audio.begin(), audio.end());
  }

  ck_assert(parts == all);
}

REDBOOK_TEST(test_checksums_of_parts_are_those_of_the_same_discs) {
  Staging staging{discs_of(Blocks{1000})};
  staging.stage_bytes(400 * 2352 + 100, Join::gapless, 7);
  staging.stage_bytes(301 * 2352 + 2348, Join::gapless, 99);
  staging.stage_bytes(500 * 2352 + 8, Join::padded, 5000);
  staging.stage_bytes(300 * 2352, Join::padded, 123456);
  staging.stage_bytes(999 * 2352, Join::padded, 1);

  const auto bytes_read_again = assert_checksums_of_parts(staging);

  ck_assert_uint_eq(parts_of(staging).size(), 3);
  ck_assert_int_le(bytes_read_again, 2 * max_ctdb_end);
}

REDBOOK_TEST(test_checksums_of_a_cut_track_are_those_of_the_same_discs) {
  Staging staging{discs_of(Blocks{1000})};
  staging.stage_bytes(400 * 2352, Join::padded, 7);
  staging.master.create_audio_track();
  for (int i = 0; i < 35; ++i) staging.master.append(counting_audio(Blocks{100}, i));
  staging.master.close_audio_track();
  staging.stage_bytes(300 * 2352, Join::padded, 123456);

  const auto bytes_read_again = assert_checksums_of_parts(staging);

  ck_assert_uint_eq(parts_of(staging).size(), 5);
  ck_assert_int_le(bytes_read_again, 4 * max_ctdb_end);
}

// Where the rest would be too short, nobody knew of the place beforehand.
REDBOOK_TEST(test_checksums_of_a_late_cut_are_read_again) {
  Staging staging{discs_of(Blocks{1000})};
  staging.stage_bytes(1100 * 2352, Join::padded, 7);

  const auto bytes_read_again = assert_checksums_of_parts(staging);

  ck_assert_uint_eq(parts_of(staging).size(), 2);
  ck_assert_int_gt(bytes_read_again, 0);
}

REDBOOK_TEST(test_checksums_of_pregaps_on_later_discs) {
  auto settings = discs_of(Blocks{1000});
  settings.gap = Blocks{150};
  Staging staging{settings};
  staging.stage_bytes(700 * 2352, Join::padded, 7);
  staging.stage_bytes(500 * 2352, Join::padded, 77);
  staging.stage_bytes(500 * 2352, Join::padded, 777);

  assert_checksums_of_parts(staging);

  ck_assert_int_eq(parts_of(staging).at(1).disc.tracks.at(0).pregap.count(), 150);
}

REDBOOK_TEST(test_cut_that_was_rewound_changes_no_checksum) {
  Staging staging{discs_of(Blocks{1000})};
  staging.stage_bytes(400 * 2352, Join::padded, 7);
  staging.master.create_audio_track();
  staging.master.append(counting_audio(Blocks{1500}, 3));
  staging.master.drop_open_track();
  staging.stage_bytes(1200 * 2352, Join::padded, 9);
  staging.stage_bytes(800 * 2352, Join::padded, 11);

  assert_checksums_of_parts(staging);
}
