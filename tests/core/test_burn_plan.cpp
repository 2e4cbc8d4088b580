// How a disc is burned on a drive.
#include "burn_plan_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_good_drive_burns_session_at_once_as_fast_as_it_can) {
  const auto plan = plan_burn(three_tracks(), good_drive(), {});

  ck_assert(plan == (BurnPlan{WriteMode::sao, at_48x, Blanking::none, {}}));
}

REDBOOK_TEST(test_drive_without_session_at_once_burns_track_at_once) {
  auto drive = good_drive();
  drive.capabilities.sao = false;

  const auto plan = plan_burn(disc_of({Blocks{300}}), drive, {});

  ck_assert(plan.write_mode == WriteMode::tao);
}

REDBOOK_TEST(test_track_at_once_is_taken_where_asked) {
  const auto plan =
      plan_burn(disc_of({Blocks{300}}), good_drive(), {.write_mode = WriteMode::tao});

  ck_assert(plan.write_mode == WriteMode::tao);
  ck_assert(plan.findings.empty());
}

REDBOOK_TEST(test_what_track_at_once_can_not_hold_is_told) {
  auto disc = three_tracks();
  disc.tracks[0].pregap = Blocks{150};
  disc.tracks[1].pregap = Blocks{75};
  disc.tracks[1].subcode.copy = Copy::scms;
  disc.tracks[2].indexes = {Blocks{100}};
  disc.cdtext.resize(18);

  const auto plan = plan_burn(disc, good_drive(), {.write_mode = WriteMode::tao});

  assert_text(
      told(plan.findings),
      "TAO_GAPS Disc: track at once has two seconds between all tracks. The tracks do "
      "not follow each other without a gap.\n"
      "TAO_CDTEXT Disc: track at once has no CD-TEXT. It was left out.\n"
      "TAO_HIDDEN_TRACK Track 1: a hidden track of 00:02:00 needs session at "
      "once. It became the beginning of track 1.\n"
      "TAO_PREGAP Track 2: a pregap of 00:01:00 with audio needs session at once. "
      "It became the beginning of the track.\n"
      "TAO_SCMS Track 2: SCMS needs session at once. The track is marked as not to be "
      "copied at all.\n"
      "TAO_INDEXES Track 3: index points after the first need session at once. "
      "They were left out.\n");
}

REDBOOK_TEST(test_speed_is_the_nearest_offered_and_told) {
  const auto plan = plan_burn(three_tracks(), good_drive(), {.write_speed = 700});

  ck_assert_int_eq(plan.write_speed, at_8x);
  assert_text(
      told(plan.findings),
      "WRITE_SPEED_ADJUSTED Disc: the drive does not offer 700 blocks a second with this "
      "medium. It is burned with 600.\n");
  ck_assert_uint_eq(plan.findings[0].code, 0x00AA0004);
}

REDBOOK_TEST(test_of_two_speeds_as_near_the_slower_is_taken) {
  const auto plan = plan_burn(three_tracks(), good_drive(), {.write_speed = 450});

  ck_assert_int_eq(plan.write_speed, at_4x);
}

REDBOOK_TEST(test_offered_speed_is_no_finding) {
  const auto plan = plan_burn(three_tracks(), good_drive(), {.write_speed = at_4x});

  ck_assert_int_eq(plan.write_speed, at_4x);
  ck_assert(plan.findings.empty());
}

REDBOOK_TEST(test_drive_that_tells_no_speeds_gets_the_one_asked_for) {
  auto drive = good_drive();
  drive.medium.write_speeds.clear();

  const auto plan = plan_burn(three_tracks(), drive, {.write_speed = at_4x});

  ck_assert_int_eq(plan.write_speed, at_4x);
  ck_assert(plan.findings.empty());
}

REDBOOK_TEST(test_what_the_drive_does_not_offer_is_refused) {
  auto no_writer = good_drive();
  no_writer.capabilities = {};
  auto no_sao = good_drive();
  no_sao.capabilities.sao = false;
  auto no_tao = good_drive();
  no_tao.capabilities.tao = false;
  auto no_test = good_drive();
  no_test.capabilities.simulate = false;

  assert_text(refusal(no_writer), "device-invalid-type: The drive can't write CDs.");
  assert_text(refusal(no_sao, {.write_mode = WriteMode::sao}),
              "device-invalid-type: The drive does not offer session at once: use "
              "write-mode=auto or tao.");
  assert_text(refusal(no_tao, {.write_mode = WriteMode::tao}),
              "device-invalid-type: The drive does not offer track at once: use "
              "write-mode=auto or sao.");
  assert_text(
      refusal(no_test, {.simulate = true}),
      "device-invalid-type: The drive does not offer test writes: switch simulate "
      "off.");
}

REDBOOK_TEST(test_track_that_libburn_would_lengthen_is_refused) {
  auto disc = disc_of({Blocks{450}, Blocks{299}, Blocks{450}});
  disc.tracks[2].pregap = Blocks{100};

  const auto error = error_of([&] { plan_burn(disc, good_drive(), {}); });

  assert_text(told(error),
              "track-not-big-enough: Track 2 is 00:03:74 long, and 00:04:00 is the least "
              "that can be burned.");
  ck_assert(error.fault() == Fault::layout);
}

REDBOOK_TEST(test_missing_protection_and_texts_are_told) {
  auto drive = good_drive();
  drive.capabilities.buffer_underrun_free = drive.capabilities.cd_text = false;
  auto disc = three_tracks();
  disc.cdtext.resize(18);

  const auto plan = plan_burn(disc, drive, {});

  assert_text(
      told(plan.findings),
      "UNDERRUN_UNPROTECTED Disc: the drive has no protection against an empty buffer. "
      "It is burned without.\n"
      "CDTEXT_NOT_OFFERED Disc: the drive does not say that it writes CD-TEXT. It is "
      "tried all the same.\n");
}

REDBOOK_TEST(test_detail_of_a_refusal_names_the_device) {
  const auto drive = drive_with(MediumType::unknown, MediumState::none);

  const auto error = error_of([&] { check_medium(drive, {}); });

  assert_text(error.detail(), "/dev/sr0");
}
