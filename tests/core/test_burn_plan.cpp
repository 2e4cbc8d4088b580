#include "burn/burn_plan.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr int at_4x = 300;
constexpr int at_8x = 600;
constexpr int at_48x = 3600;

/// A recorder that can everything, with a blank CD-R of 80 minutes in it.
DriveStatus good_drive() {
  DriveStatus drive{"/dev/sr0", "REDBOOK", "TEST DRIVE", "1.0"};
  drive.capabilities = {.sao = true,
                        .tao = true,
                        .simulate = true,
                        .buffer_underrun_free = true,
                        .cd_text = true};
  drive.medium.type = MediumType::cd_r;
  drive.medium.state = MediumState::blank;
  drive.medium.capacity = drive.medium.free = eighty_minutes;
  drive.medium.write_speeds = {at_48x, at_8x, at_4x};
  return drive;
}

DriveStatus drive_with(MediumType type, MediumState state) {
  auto drive = good_drive();
  drive.medium.type = type;
  drive.medium.state = state;
  if (state != MediumState::blank) drive.medium.free = Blocks{};
  return drive;
}

Disc disc_of(const std::vector<Blocks> &lengths) {
  Disc disc;
  for (const auto length : lengths)
    disc.tracks.push_back({disc.lead_out(), {}, length, {}, {}});
  return disc;
}

Disc three_tracks() { return disc_of({Blocks{450}, Blocks{300}, Blocks{375}}); }

std::string told(const Error &error) {
  return std::string{name_of(error.result())} + ": " + error.what();
}

std::string refusal(const DriveStatus &drive, const DriveSettings &settings = {}) {
  return told(error_of([&] { check_medium(drive, settings); }));
}

std::string told(const Findings &findings) {
  std::string text;
  for (const auto &finding : findings)
    text += finding.name + ' ' + sentence_of(finding) + '\n';
  return text;
}

}  // namespace

START_TEST(test_good_drive_burns_session_at_once_as_fast_as_it_can) {
  const auto plan = plan_burn(three_tracks(), good_drive(), {});

  ck_assert(plan == (BurnPlan{WriteMode::sao, at_48x, Blanking::none, {}}));
}
END_TEST

START_TEST(test_drive_without_session_at_once_burns_track_at_once) {
  auto drive = good_drive();
  drive.capabilities.sao = false;

  const auto plan = plan_burn(disc_of({Blocks{300}}), drive, {});

  ck_assert(plan.write_mode == WriteMode::tao);
}
END_TEST

START_TEST(test_track_at_once_is_taken_where_asked) {
  const auto plan =
      plan_burn(disc_of({Blocks{300}}), good_drive(), {.write_mode = WriteMode::tao});

  ck_assert(plan.write_mode == WriteMode::tao);
  ck_assert(plan.findings.empty());
}
END_TEST

START_TEST(test_what_track_at_once_can_not_hold_is_told) {
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
      "TAO_PREGAP Track 2: a pregap of 00:01:00 with sound needs session at once. "
      "It became the beginning of the track.\n"
      "TAO_SCMS Track 2: SCMS needs session at once. The track is marked as not to be "
      "copied at all.\n"
      "TAO_INDEXES Track 3: index points after the first need session at once. "
      "They were left out.\n");
}
END_TEST

START_TEST(test_speed_is_the_nearest_offered_and_told) {
  const auto plan = plan_burn(three_tracks(), good_drive(), {.write_speed = 700});

  ck_assert_int_eq(plan.write_speed, at_8x);
  assert_text(
      told(plan.findings),
      "WRITE_SPEED_ADJUSTED Disc: the drive does not offer 700 blocks a second with this "
      "medium. It is burned with 600.\n");
  ck_assert_uint_eq(plan.findings[0].code, 0x00AA0004);
}
END_TEST

START_TEST(test_of_two_speeds_as_near_the_slower_is_taken) {
  const auto plan = plan_burn(three_tracks(), good_drive(), {.write_speed = 450});

  ck_assert_int_eq(plan.write_speed, at_4x);
}
END_TEST

START_TEST(test_offered_speed_is_no_finding) {
  const auto plan = plan_burn(three_tracks(), good_drive(), {.write_speed = at_4x});

  ck_assert_int_eq(plan.write_speed, at_4x);
  ck_assert(plan.findings.empty());
}
END_TEST

START_TEST(test_drive_that_tells_no_speeds_gets_the_one_asked_for) {
  auto drive = good_drive();
  drive.medium.write_speeds.clear();

  const auto plan = plan_burn(three_tracks(), drive, {.write_speed = at_4x});

  ck_assert_int_eq(plan.write_speed, at_4x);
  ck_assert(plan.findings.empty());
}
END_TEST

START_TEST(test_used_cd_rw_is_erased_where_asked) {
  const auto drive = drive_with(MediumType::cd_rw, MediumState::complete);

  const auto plan = plan_burn(three_tracks(), drive, {.blank = Blanking::fast});

  ck_assert(plan.blank == Blanking::fast);
}
END_TEST

START_TEST(test_cd_rw_whose_burn_was_broken_off_is_erased_where_asked) {
  const auto drive = drive_with(MediumType::cd_rw, MediumState::unsuitable);

  const auto plan = plan_burn(three_tracks(), drive, {.blank = Blanking::fast});

  ck_assert(plan.blank == Blanking::fast);
  ck_assert(refusal(drive).starts_with("medium-not-blank: The CD-RW"));
}
END_TEST

START_TEST(test_blank_cd_rw_is_not_erased_again) {
  const auto drive = drive_with(MediumType::cd_rw, MediumState::blank);

  const auto plan = plan_burn(three_tracks(), drive, {.blank = Blanking::full});

  ck_assert(plan.blank == Blanking::none);
}
END_TEST

START_TEST(test_media_that_can_not_be_burned_are_named) {
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
END_TEST

START_TEST(test_what_the_drive_does_not_offer_is_refused) {
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
END_TEST

START_TEST(test_medium_that_fits_to_the_block_is_taken) {
  plan_burn(disc_of({eighty_minutes}), good_drive(), {});
}
END_TEST

START_TEST(test_one_block_too_many_is_refused_with_both_lengths) {
  const auto error = error_of(
      [] { plan_burn(disc_of({eighty_minutes + Blocks{1}}), good_drive(), {}); });

  assert_text(told(error),
              "disc-full: The disc in the drive is too short: 79:58:00 are needed, "
              "79:57:74 are free.");
  ck_assert(error.fault() == Fault::medium);
}
END_TEST

START_TEST(test_overburning_lets_a_long_disc_through) {
  plan_burn(disc_of({eighty_minutes + Blocks{1000}}), good_drive(), {.overburn = true});
}
END_TEST

START_TEST(test_track_at_once_counts_its_gaps) {
  const auto disc = disc_of({Blocks{300}, eighty_minutes - Blocks{300 + 2 + 2 + 150}});
  const DriveSettings settings{.write_mode = WriteMode::tao};
  auto drive = good_drive();

  plan_burn(disc, drive, settings);
  drive.medium.free -= Blocks{1};

  assert_text(told(error_of([&] { plan_burn(disc, drive, settings); })),
              "disc-full: The disc in the drive is too short: 79:57:74 are needed, "
              "79:57:73 are free.");
}
END_TEST

START_TEST(test_used_cd_rw_is_as_long_as_it_will_be_when_blank) {
  const auto drive = drive_with(MediumType::cd_rw, MediumState::complete);
  const DriveSettings settings{.blank = Blanking::fast};

  plan_burn(disc_of({eighty_minutes}), drive, settings);

  const auto error = error_of(
      [&] { plan_burn(disc_of({eighty_minutes + Blocks{1}}), drive, settings); });
  ck_assert(error.result() == Result::disc_full);
}
END_TEST

START_TEST(test_track_that_libburn_would_lengthen_is_refused) {
  auto disc = disc_of({Blocks{450}, Blocks{299}, Blocks{450}});
  disc.tracks[2].pregap = Blocks{100};

  const auto error = error_of([&] { plan_burn(disc, good_drive(), {}); });

  assert_text(told(error),
              "track-not-big-enough: Track 2 is 00:03:74 long, and 00:04:00 is the least "
              "that can be burned.");
  ck_assert(error.fault() == Fault::layout);
}
END_TEST

START_TEST(test_missing_protection_and_texts_are_told) {
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
END_TEST

START_TEST(test_detail_of_a_refusal_names_the_device) {
  const auto drive = drive_with(MediumType::unknown, MediumState::none);

  const auto error = error_of([&] { check_medium(drive, {}); });

  assert_text(error.detail(), "/dev/sr0");
}
END_TEST

int main() {
  return run("burn_plan", {test_good_drive_burns_session_at_once_as_fast_as_it_can,
                           test_drive_without_session_at_once_burns_track_at_once,
                           test_track_at_once_is_taken_where_asked,
                           test_what_track_at_once_can_not_hold_is_told,
                           test_speed_is_the_nearest_offered_and_told,
                           test_of_two_speeds_as_near_the_slower_is_taken,
                           test_offered_speed_is_no_finding,
                           test_drive_that_tells_no_speeds_gets_the_one_asked_for,
                           test_used_cd_rw_is_erased_where_asked,
                           test_cd_rw_whose_burn_was_broken_off_is_erased_where_asked,
                           test_blank_cd_rw_is_not_erased_again,
                           test_media_that_can_not_be_burned_are_named,
                           test_what_the_drive_does_not_offer_is_refused,
                           test_medium_that_fits_to_the_block_is_taken,
                           test_one_block_too_many_is_refused_with_both_lengths,
                           test_overburning_lets_a_long_disc_through,
                           test_track_at_once_counts_its_gaps,
                           test_used_cd_rw_is_as_long_as_it_will_be_when_blank,
                           test_track_that_libburn_would_lengthen_is_refused,
                           test_missing_protection_and_texts_are_told,
                           test_detail_of_a_refusal_names_the_device});
}
