// Which media take a disc, and how long it may be.
#include "burn_plan_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_used_cd_rw_is_erased_where_asked) {
  const auto drive = drive_with(MediumType::cd_rw, MediumState::complete);

  const auto plan = plan_burn(three_tracks(), drive, {.blank = Blanking::fast});

  ck_assert(plan.blank == Blanking::fast);
}

REDBOOK_TEST(test_cd_rw_whose_burn_was_broken_off_is_erased_where_asked) {
  const auto drive = drive_with(MediumType::cd_rw, MediumState::unsuitable);

  const auto plan = plan_burn(three_tracks(), drive, {.blank = Blanking::fast});

  ck_assert(plan.blank == Blanking::fast);
  ck_assert(refusal(drive).starts_with("medium-not-blank: The CD-RW"));
}

REDBOOK_TEST(test_blank_cd_rw_is_not_erased_again) {
  const auto drive = drive_with(MediumType::cd_rw, MediumState::blank);

  const auto plan = plan_burn(three_tracks(), drive, {.blank = Blanking::full});

  ck_assert(plan.blank == Blanking::none);
}

REDBOOK_TEST(test_media_that_can_not_be_burned_are_named) {
  const auto empty = drive_with(MediumType::unknown, MediumState::none);
  const auto pressed = drive_with(MediumType::cd_rom, MediumState::complete);
  const auto dvd = drive_with(MediumType::other, MediumState::unsuitable);
  const auto damaged = drive_with(MediumType::cd_r, MediumState::unsuitable);
  const auto written = drive_with(MediumType::cd_r, MediumState::complete);
  const auto open = drive_with(MediumType::cd_r, MediumState::appendable);
  const auto rewritable = drive_with(MediumType::cd_rw, MediumState::complete);
  const auto used =
      "medium-not-blank: The CD-R in the drive is written already and can't be erased: "
      "insert a blank disc.";

  assert_text(refusal(empty),
              "medium-not-present: There is no disc in the drive: insert a blank CD-R or "
              "CD-RW.");
  assert_text(
      refusal(pressed),
      "medium-invalid-type: The disc in the drive is a pressed one: insert a blank "
      "CD-R or CD-RW.");
  assert_text(refusal(dvd),
              "medium-invalid-type: The disc in the drive is no CD-R or CD-RW: insert a "
              "blank one.");
  assert_text(refusal(damaged),
              "medium-invalid-type: The CD-R in the drive is damaged, or its burn was "
              "broken off: insert a blank disc.");
  assert_text(refusal(written), used);
  assert_text(refusal(written, {.blank = Blanking::fast}), used);
  assert_text(refusal(open), used);
  assert_text(
      refusal(rewritable),
      "medium-not-blank: The CD-RW in the drive is not blank: blank=fast erases it "
      "first.");
  assert_text(refusal(rewritable, {.simulate = true, .blank = Blanking::fast}),
              "medium-not-blank: The CD-RW in the drive is not blank, and a simulation "
              "erases nothing: insert a blank disc.");
}

REDBOOK_TEST(test_medium_that_fits_to_the_block_is_taken) {
  plan_burn(disc_of({eighty_minutes}), good_drive(), {});
}

REDBOOK_TEST(test_one_block_too_many_is_refused_with_both_lengths) {
  const auto error = error_of(
      [] { plan_burn(disc_of({eighty_minutes + Blocks{1}}), good_drive(), {}); });

  assert_text(told(error),
              "disc-full: The disc in the drive is too short: 79:58:00 are needed, "
              "79:57:74 are free.");
  ck_assert(error.fault() == Fault::medium);
}

REDBOOK_TEST(test_overburning_lets_a_long_disc_through) {
  plan_burn(disc_of({eighty_minutes + Blocks{1000}}), good_drive(), {.overburn = true});
}

REDBOOK_TEST(test_track_at_once_counts_its_gaps) {
  const auto disc = disc_of({Blocks{300}, eighty_minutes - Blocks{300 + 2 + 2 + 150}});
  const DriveSettings settings{.write_mode = WriteMode::tao};
  auto drive = good_drive();

  plan_burn(disc, drive, settings);
  drive.medium.free -= Blocks{1};

  assert_text(told(error_of([&] { plan_burn(disc, drive, settings); })),
              "disc-full: The disc in the drive is too short: 79:57:74 are needed, "
              "79:57:73 are free.");
}

REDBOOK_TEST(test_used_cd_rw_is_as_long_as_it_will_be_when_blank) {
  const auto drive = drive_with(MediumType::cd_rw, MediumState::complete);
  const DriveSettings settings{.blank = Blanking::fast};

  plan_burn(disc_of({eighty_minutes}), drive, settings);

  const auto error = error_of(
      [&] { plan_burn(disc_of({eighty_minutes + Blocks{1}}), drive, settings); });
  ck_assert(error.result() == Result::disc_full);
}
