// What a burn finds in the stash, what becomes of it afterwards, and full disks.
#include "disc_master_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

using enum DiscMaster::StashDisposition;

namespace {

constexpr std::int64_t piece = ExtentWriter::batch_bytes;

void open_with(Staging &staging, Blocks length) {
  staging.master.create_audio_track();
  staging.master.append(counting_audio(length));
}

}  // namespace

REDBOOK_TEST(test_stash_has_all_audio_when_recording_begins) {
  Staging staging;
  staging.stage(Blocks{301});

  assert_result(staging.master.begin_recording(), ok);

  ck_assert(staging.master.is_recording());
  ck_assert(staged(*staging.master.stash()) == counting_audio(Blocks{301}));
}

REDBOOK_TEST(test_kept_disc_takes_more_tracks) {
  Staging staging;
  staging.stage(Blocks{300});
  staging.master.begin_recording();

  staging.master.end_recording(keep);
  staging.stage(Blocks{300});

  ck_assert(!staging.master.is_recording());
  assert_text(staging.tracks(), "0+0+300 300+0+300 ");
  ck_assert_uint_eq(staging.recorded().size(), 600 * 2352);
}

REDBOOK_TEST(test_sealed_disc_is_recorded_again_as_it_was) {
  Staging staging;
  staging.stage(Blocks{300});
  staging.master.begin_recording();

  staging.master.end_recording(seal);

  ck_assert(staging.master.is_sealed());
  assert_text(staging.tracks(), "0+0+300 ");
  ck_assert(staging.recorded() == counting_audio(Blocks{300}));
}

REDBOOK_TEST(test_track_after_a_sealed_disc_begins_a_new_one) {
  Staging staging;
  staging.stage(Blocks{300});
  staging.master.begin_recording();
  const auto sealed = staging.master.stash();
  staging.master.end_recording(seal);

  staging.stage_bytes(400 * 2352, Join::padded, 5);

  ck_assert(!staging.master.is_sealed());
  assert_text(staging.tracks(), "0+0+400 ");
  ck_assert(staging.recorded() == counting_audio(Blocks{400}, 5));
  ck_assert(staged(*sealed) == counting_audio(Blocks{300}));
}

REDBOOK_TEST(test_sealed_audio_is_not_cut_by_returning) {
  Staging staging;
  const auto point = staging.master.checkpoint();
  staging.stage(Blocks{900});
  staging.master.begin_recording();
  const auto sealed = staging.master.stash();
  staging.master.end_recording(seal);

  staging.master.return_to(point);

  ck_assert(staged(*sealed) == counting_audio(Blocks{900}));
}

REDBOOK_TEST(test_dropped_disc_is_gone) {
  Staging staging;
  staging.stage(Blocks{300});
  staging.master.begin_recording();

  staging.master.end_recording(drop);

  assert_text(staging.counters(), "0/359849/0");
  assert_result(staging.master.begin_recording(), invalid_image);
}

REDBOOK_TEST(test_dropped_track_leaves_the_others_as_they_were) {
  Staging staging{{.gap = Blocks{150}}};
  staging.stage(Blocks{300});
  open_with(staging, Blocks{500});

  assert_result(staging.master.drop_open_track(), ok);

  assert_text(staging.tracks(), "0+0+300 ");
  assert_text(staging.counters(), "300/359399/1");
  ck_assert(staging.recorded() == counting_audio(Blocks{300}));
}

REDBOOK_TEST(test_dropped_track_leaves_what_was_carried_into_it) {
  Staging staging;
  staging.stage_bytes(300 * 2352 + 400, Join::gapless);
  open_with(staging, Blocks{500});

  staging.master.drop_open_track();

  auto wanted = counting_audio(300 * 2352 + 400);
  wanted.resize(301 * 2352);
  ck_assert(staging.recorded() == wanted);
}

REDBOOK_TEST(test_first_track_is_dropped_whole) {
  Staging staging{{.gap = Blocks{150}}};
  open_with(staging, Blocks{500});

  staging.master.drop_open_track();

  assert_text(staging.counters(), "0/359849/0");
}

REDBOOK_TEST(test_dropped_rest_of_a_divided_track_leaves_its_first_part_whole) {
  Staging staging{{.gap = Blocks{150}}};
  open_with(staging, Blocks{1000});
  staging.master.divide_open_track(Blocks{400});

  staging.master.drop_open_track();

  assert_text(staging.counters(), "400/359299/1");
  ck_assert(staging.recorded() == counting_audio(Blocks{400}));
}

REDBOOK_TEST(test_full_disk_throws_and_keeps_what_was_staged) {
  Staging staging;
  staging.stage(Blocks{300});
  staging.master.create_audio_track();

  const auto error = error_when_files_end_at(
      piece, [&] { staging.master.append(silence(Blocks{1000})); });

  assert_result(error.result(), not_enough_disk_for_stash);
  assert_text(staging.tracks(), "0+0+300 open ");
  staging.master.drop_open_track();
  ck_assert(staging.recorded() == counting_audio(Blocks{300}));
}

REDBOOK_TEST(test_recorded_audio_is_as_long_as_the_disc_after_a_full_disk) {
  Staging staging;
  staging.stage(Blocks{300});
  staging.master.create_audio_track();
  const std::int64_t within_the_second_piece = 900000;
  error_when_files_end_at(within_the_second_piece,
                          [&] { staging.master.append(silence(Blocks{1000})); });

  staging.master.drop_open_track();

  ck_assert_uint_eq(staging.recorded().size(), 300 * 2352);
}

REDBOOK_TEST(test_track_that_the_disk_refused_leaves_no_gap) {
  Staging staging{{.gap = Blocks{150}}};
  staging.stage(Blocks{300});
  staging.master.create_audio_track();
  error_when_files_end_at(piece, [&] { staging.master.append(silence(Blocks{300})); });

  staging.master.close_audio_track();

  assert_text(staging.counters(), "300/359399/1");
}

REDBOOK_TEST(test_track_that_the_disk_refused_leaves_what_was_carried) {
  Staging staging;
  staging.stage_bytes(4 * piece, Join::gapless);  // 501 blocks and 1296 bytes
  staging.master.create_audio_track();
  error_when_files_end_at(4 * piece,
                          [&] { staging.master.append(silence(Blocks{300})); });

  staging.master.drop_open_track();
  staging.master.finish();

  assert_text(staging.tracks(), "0+0+502 ");
}

REDBOOK_TEST(test_disk_full_at_the_end_of_staging_can_be_overcome) {
  Staging staging;
  staging.stage(Blocks{300});
  const auto error =
      error_when_files_end_at(100, [&] { staging.master.begin_recording(); });

  assert_result(error.result(), not_enough_disk_for_stash);
  ck_assert(!staging.master.is_recording());
  ck_assert(staging.recorded() == counting_audio(Blocks{300}));
}

REDBOOK_TEST(test_missing_folder_changes_nothing) {
  DiscMaster master{{}, [] { return std::make_shared<Stash>("/nonexistent/folder"); }};
  master.create_audio_track();

  const auto error = error_of([&] { master.append(silence(Blocks{1})); });

  assert_result(error.result(), file_access);
  ck_assert_int_eq(master.open_track_bytes(), 0);
  ck_assert_int_eq(master.close_audio_track().number, 0);
  assert_result(master.begin_recording(), invalid_image);
}
