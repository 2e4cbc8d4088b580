// A disc that is hard to read back, or is another one, or none.
#include "redbook-burner/libburn/command_fault.hpp"
#include "verified_discs.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_unreadable_block_is_tried_again_and_then_named) {
  Rig rig;
  rig.plan("read-cd lba 760 sense 3/11/05");

  const auto error = error_of([&] { rig.burn(album(), vector_disc(), in_full); });

  assert_text(
      error.what(),
      "The disc is not what was staged. Disc: block 760 (track 3, 00:00.10) can't "
      "be read: READ CD: sense 3/11/05.");
}

REDBOOK_TEST(test_block_that_is_read_at_last_is_good) {
  Rig rig;
  rig.plan("read-cd 3..8 sense 3/11/05");

  rig.burn(album(), vector_disc(), in_full);

  finding_in(rig, "VERIFIED");
}

REDBOOK_TEST(test_faults_that_libburn_calls_success_are_found) {
  for (const auto *fault : {"write lba 200..212 flip 9", "write lba 300..350 drop"}) {
    Rig rig;
    rig.plan(fault);

    const auto error = error_of([&] { rig.burn(album(), vector_disc(), in_full); });

    ck_assert_msg(error.result() == Result::verification_failed, "%s: %s", fault,
                  error.what());
    ck_assert(std::string{error.what()}.find("Track 1") != std::string::npos);
  }
}

REDBOOK_TEST(test_drive_that_goes_is_no_fault_of_the_disc) {
  Rig rig;
  rig.plan("read-cd 40 gone");

  const auto error = error_of([&] { rig.burn(album(), vector_disc(), in_full); });

  assert_text(
      error.what(),
      "The drive has gone while the disc was verified: check its cable and power. "
      "The disc is burned, and not verified.");
  ck_assert(error.fault() == Fault::drive && error.trace().stage == "verifying");
}

REDBOOK_TEST(test_disc_that_is_changed_meanwhile_is_told) {
  Rig rig;

  // The first that the drive is asked for are the texts.
  const auto error = error_after(rig, in_full, [&] { swap_medium(rig, "written-rw"); });

  assert_text(error.what(), "The disc in the drive was changed while it was verified.");
}

REDBOOK_TEST(test_disc_that_is_changed_while_its_codes_are_read_is_told) {
  Rig rig;

  const auto error = error_after(rig, quickly, [&] {
    const auto asked = rig.state().commands_seen[operation::read_sub_channel];
    rig.plan("sub-channel " + std::to_string(asked + 2) + " sense 6/28/00");
  });

  assert_text(error.what(), "The disc in the drive was changed while it was verified.");
}

REDBOOK_TEST(test_drive_that_goes_before_texts_are_read_is_no_fault_of_the_disc) {
  Rig rig;

  const auto error = error_after(rig, quickly, [&] { rig.plan("toc every gone"); });

  ck_assert_msg(error.fault() == Fault::drive, "%s", error.what());
}

REDBOOK_TEST(test_disc_that_is_taken_out_meanwhile_is_told) {
  Rig rig;
  rig.plan("read-cd 30..99 sense 2/3A/00");

  const auto error = error_of([&] { rig.burn(album(), vector_disc(), in_full); });

  assert_text(error.what(), "The disc was taken out of the drive while it was verified.");
}

REDBOOK_TEST(test_blank_disc_after_success_is_told) {
  Rig rig;
  rig.notes.at_closing = [&] { swap_medium(rig, "cd-r-80"); };

  const auto error = error_of([&] { rig.burn(album(), vector_disc(), quickly); });

  assert_text(error.what(),
              "The drive told of success, and the disc in it is blank: nothing was "
              "recorded, or the disc was changed.");
}

REDBOOK_TEST(test_other_disc_after_the_burn_is_told) {
  Rig rig;
  rig.notes.at_closing = [&] { swap_medium(rig, "written-rw"); };

  const auto error = error_of([&] { rig.burn(album(), vector_disc(), quickly); });

  assert_text(error.what(),
              "The disc in the drive is not the one that was burned: it was changed.");
}

REDBOOK_TEST(test_verification_is_cancelled_and_the_disc_stays) {
  Rig rig;
  std::stop_source stop;
  rig.notes.at_verified = [&](Blocks completed) {
    if (completed > Blocks{0}) stop.request_stop();
  };
  bool cancelled = false;

  try {
    rig.burn(album(), vector_disc(), in_full, stop.get_token());
  } catch (const Cancelled &) {
    cancelled = true;
  }

  ck_assert(cancelled && rig.medium().catalogue().finalised);
  ck_assert(!rig.state().removal_prevented);
}
