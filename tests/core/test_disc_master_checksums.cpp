// The checksums of a disc in the making: right whatever happened on the way, and without
// reading the audio again where the tracks were known in time.
#include "checksum_fixture.hpp"
#include "disc_master_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

void open_with(Staging &staging, Blocks length) {
  staging.master.create_audio_track();
  staging.master.append(counting_audio(length, 7));
}

/// The sums are those of the tracks as they are in the stash. How many bytes they cost
/// reading again.
std::int64_t assert_checksums(Staging &staging) {
  const auto audio = staging.recorded();
  const auto sums = staging.master.checksums();
  ck_assert(sums.has_value());
  assert_text(lines_of(*sums), slow_lines_of(audio, extents_of(staging.master.layout())));
  return sums->bytes_read_again;
}

}  // namespace

REDBOOK_TEST(test_padded_tracks_are_summed_up_without_reading_again) {
  Staging staging;
  staging.stage_bytes(400 * 2352 + 100);
  staging.stage_bytes(301 * 2352 + 4);
  staging.stage(Blocks{500});

  ck_assert_int_eq(assert_checksums(staging), 0);
}

REDBOOK_TEST(test_gapless_tracks_are_summed_up_without_reading_again) {
  Staging staging;
  staging.stage_bytes(400 * 2352 + 100, Join::gapless);
  staging.stage_bytes(301 * 2352 + 2348, Join::gapless);
  staging.stage_bytes(500 * 2352 + 8, Join::gapless);

  ck_assert_int_eq(assert_checksums(staging), 0);
}

REDBOOK_TEST(test_gap_belongs_to_the_track_before_it) {
  Staging staging{{.gap = Blocks{150}}};
  staging.stage(Blocks{400});
  staging.stage(Blocks{301});

  ck_assert_int_eq(assert_checksums(staging), 0);
}

REDBOOK_TEST(test_expected_division_costs_no_reading) {
  Staging staging;
  staging.master.create_audio_track();
  staging.master.expect_division(Lba{400});
  staging.master.append(counting_audio(Blocks{1000}, 7));

  staging.master.divide_open_track(Blocks{400});
  staging.master.close_audio_track();

  assert_text(staging.tracks(), "0+0+400 400+0+600 ");
  ck_assert_int_eq(assert_checksums(staging), 0);
}

REDBOOK_TEST(test_expected_division_that_does_not_come_changes_nothing) {
  Staging staging;
  staging.stage(Blocks{300});
  open_with(staging, Blocks{400});
  staging.master.expect_division(Lba{800});
  staging.master.append(counting_audio(Blocks{600}));

  staging.master.close_audio_track();

  assert_text(staging.tracks(), "0+0+300 300+0+1000 ");
  ck_assert_int_eq(assert_checksums(staging), 0);
}

REDBOOK_TEST(test_unexpected_division_is_read_again) {
  Staging staging;
  open_with(staging, Blocks{1000});

  staging.master.divide_open_track(Blocks{400});
  staging.master.close_audio_track();

  ck_assert_int_gt(assert_checksums(staging), 0);
}

REDBOOK_TEST(test_hidden_track_is_no_part_of_track_1) {
  Staging staging;
  staging.master.create_audio_track();
  staging.master.expect_division(Lba{200});
  staging.master.append(counting_audio(Blocks{1000}, 7));
  staging.master.describe_open_track({}, Blocks{200});

  staging.master.close_audio_track();

  assert_checksums(staging);
}

REDBOOK_TEST(test_dropped_track_is_not_summed_up) {
  Staging staging;
  staging.stage_bytes(400 * 2352 + 400, Join::gapless);
  open_with(staging, Blocks{500});

  staging.master.drop_open_track();
  staging.stage(Blocks{333});

  assert_checksums(staging);
}

REDBOOK_TEST(test_audio_after_a_return_replaces_what_was_forgotten) {
  Staging staging;
  staging.stage(Blocks{400});
  const auto point = staging.master.checkpoint();
  staging.stage(Blocks{350});

  staging.master.return_to(point);
  staging.stage_bytes(500 * 2352, Join::padded, 77);

  assert_checksums(staging);
}

REDBOOK_TEST(test_further_track_of_a_kept_disc_is_summed_up) {
  Staging staging;
  staging.stage_bytes(400 * 2352 + 4);
  staging.master.begin_recording();
  staging.master.end_recording(DiscMaster::StashDisposition::keep);

  staging.stage(Blocks{300});

  ck_assert_int_eq(assert_checksums(staging), 0);
}

REDBOOK_TEST(test_new_disc_begins_with_new_sums) {
  Staging staging;
  staging.stage(Blocks{400});

  staging.master.clear();
  staging.stage_bytes(333 * 2352, Join::padded, 5);

  ck_assert_int_eq(assert_checksums(staging), 0);
}

REDBOOK_TEST(test_sums_hold_after_the_disk_was_full_for_a_while) {
  Staging staging;
  staging.stage(Blocks{300});
  staging.master.create_audio_track();
  error_when_files_end_at(ExtentWriter::batch_bytes,
                          [&] { staging.master.append(counting_audio(Blocks{1000})); });

  staging.master.append(counting_audio(Blocks{444}));
  staging.master.close_audio_track();

  assert_checksums(staging);
}

REDBOOK_TEST(test_nothing_is_summed_up_where_it_is_switched_off) {
  Staging staging{{.summing = Summing::off}};
  staging.stage(Blocks{400});

  staging.master.begin_recording();

  ck_assert(!staging.master.checksums().has_value());
}

REDBOOK_TEST(test_checksums_wait_for_the_recording) {
  Staging staging;
  staging.stage(Blocks{400});

  ck_assert(!staging.master.checksums().has_value());
}
