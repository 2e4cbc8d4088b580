// A burned disc read back: a good one passes, and whatever is wrong is named.
#include "core/sounding.hpp"
#include "core/verifying.hpp"
#include "rig.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr DriveSettings in_full{.verify = Verify::full};
constexpr DriveSettings quickly{.verify = Verify::quick};

/// With all that a drive can be asked for.
Disc album() {
  auto disc = short_album();
  disc.mcn = "1234567890128";
  disc.tracks[0].subcode = {.isrc = "XYBLG1101234", .copy = Copy::permitted};
  disc.tracks[1].subcode = {.isrc = "XYBLG1100005", .pre_emphasis = true};
  disc.cdtext = packs();
  return disc;
}

std::string names_of(const Findings &findings) {
  std::string names;
  for (const auto &finding : findings) names += finding.name + ' ';
  return names;
}

const Finding &finding_in(const Rig &rig, const std::string &name) {
  const auto &all = rig.notes.findings;
  const auto found = std::find_if(all.begin(), all.end(), [&](const Finding &finding) {
    return finding.name == name;
  });
  ck_assert_msg(found != all.end(), "%s is not among %s", name.c_str(),
                names_of(all).c_str());
  return *found;
}

/// The error of a burn of the album, after `change` of the disc when it was just burned.
Error error_after(Rig &rig, const DriveSettings &settings,
                  const std::function<void()> &change) {
  rig.notes.at_verified = [&](Blocks completed) {
    if (completed == Blocks{0}) change();
  };
  return error_of([&] { rig.burn(album(), vector_disc(), settings); });
}

/// Puts another medium into the drive, as a user does.
void swap_medium(const Rig &rig, const std::string &stock) {
  std::filesystem::remove_all(rig.folder() / "sr0/medium");
  if (!stock.empty()) drive::make_medium(rig.folder() / "sr0/medium", stock);
  drive::Mapped<drive::DriveState> state{rig.folder() / "sr0/state"};
  state->attention = drive::sense::medium_may_have_changed;
}

}  // namespace

START_TEST(test_good_disc_passes_at_the_offset_of_its_drive) {
  for (const int offset : {-1200, 0, 667}) {
    Rig rig;
    rig.set("read-offset", std::to_string(offset));

    rig.burn(album(), vector_disc(), in_full);

    const auto &shift = finding_in(rig, "VERIFY_SHIFT");
    const auto how = offset == 0 ? "in its place"
                                 : std::to_string(std::abs(offset)) +
                                       (offset > 0 ? " samples late" : " samples early");
    ck_assert(shift.sentence.find(how) != std::string::npos);
    finding_in(rig, "VERIFIED");
    assert_blocks(rig.notes.verified_blocks, 1125);
    ck_assert(rig.notes.text().ends_with("tracks 3\nclosing\nverifying\n"));
  }
}
END_TEST

START_TEST(test_offsets_of_writing_and_reading_add_up) {
  Rig rig;
  rig.set("read-offset", "700");
  rig.set("write-offset", "-30");

  rig.burn(album(), vector_disc(), in_full);

  ck_assert(finding_in(rig, "VERIFY_SHIFT").sentence.find("670 samples late") !=
            std::string::npos);
}
END_TEST

START_TEST(test_tracks_at_once_are_verified) {
  Rig rig;
  rig.set("read-offset", "667");

  rig.burn(album(), vector_disc(),
           {.write_mode = WriteMode::tao, .verify = Verify::full});

  ck_assert(finding_in(rig, "VERIFY_SHIFT").sentence.find("667 samples late") !=
            std::string::npos);
  finding_in(rig, "VERIFIED");
}
END_TEST

START_TEST(test_quick_verification_reads_no_sound) {
  Rig rig;

  rig.burn(album(), vector_disc(), quickly);

  finding_in(rig, "VERIFIED");
  ck_assert(contents(rig.folder() / "sr0/commands.log").find("READ CD") ==
            std::string::npos);
}
END_TEST

START_TEST(test_simulation_is_not_verified) {
  Rig rig;

  rig.burn(album(), vector_disc(), {.simulate = true, .verify = Verify::full});

  assert_text(names_of(rig.notes.findings), "");
}
END_TEST

START_TEST(test_flipped_bit_is_found_at_any_offset) {
  for (const auto *offset : {"-1200", "0", "667"}) {
    Rig rig;
    rig.set("read-offset", offset);
    rig.plan("write lba 500 flip 3");

    const auto error = error_of([&] { rig.burn(album(), vector_disc(), in_full); });

    ck_assert(error.result() == Result::verification_failed);
    ck_assert(error.fault() == Fault::medium);
    ck_assert_msg(std::string{error.what()}.starts_with(
                      "The disc is not what was staged. Track 2: 1 sample of its sound "
                      "differs: 00:00.50 (sample 29400). Its AccurateRip v2 is "),
                  "%s", error.what());
  }
}
END_TEST

START_TEST(test_lost_block_is_found) {
  Rig rig;
  rig.set("read-offset", "667");
  rig.plan("write lba 800 drop");

  const auto error = error_of([&] { rig.burn(album(), vector_disc(), in_full); });

  ck_assert_msg(std::string{error.what()}.find("Track 3: 5") != std::string::npos &&
                    std::string{error.what()}.find(
                        "of its sound differ: 00:00.50 (sample 29400) to 00:00.50") !=
                        std::string::npos,
                "%s", error.what());
}
END_TEST

START_TEST(test_swapped_tracks_are_named) {
  Rig rig;
  const auto disc = disc_of({Blocks{450}, Blocks{300}, Blocks{300}});
  const auto sound =
      joined({generated_sound(Blocks{450}, 1), generated_sound(Blocks{300}, 2),
              generated_sound(Blocks{300}, 3)});
  const auto other =
      joined({generated_sound(Blocks{450}, 1), generated_sound(Blocks{300}, 3),
              generated_sound(Blocks{300}, 2)});
  rig.burn(disc, other, {});

  const auto error = error_of([&] {
    LibburnDrive{"/dev/sr0"}.verify(disc, *rig.stash_of(sound), in_full, rig.notes, {});
  });

  assert_text(error.what(),
              "The disc is not what was staged. Track 2: it has the sound of track 3.");
}
END_TEST

START_TEST(test_wrong_codes_are_found_quickly) {
  Rig rig;
  auto wrong = album();
  wrong.tracks[1].subcode.isrc = "XYBLG1100006";
  wrong.mcn = "1234567890135";
  wrong.tracks[0].subcode.copy = Copy::prohibited;
  rig.burn(wrong, vector_disc(), {});

  const auto error = error_of([&] {
    LibburnDrive{"/dev/sr0"}.verify(album(), *rig.stash_of(vector_disc()), quickly,
                                    rig.notes, {});
  });

  assert_text(names_of(rig.notes.findings), "VERIFY_CONTROL VERIFY_ISRC VERIFY_MCN ");
  ck_assert(error.detail().find("Track 2: its ISRC is \"XYBLG1100006\" instead of "
                                "\"XYBLG1100005\".") != std::string::npos);
}
END_TEST

START_TEST(test_missing_pack_is_found_quickly) {
  Rig rig;
  auto wrong = album();
  wrong.cdtext.erase(wrong.cdtext.begin() + 18, wrong.cdtext.begin() + 36);
  rig.burn(wrong, vector_disc(), {});

  const auto error = error_of([&] {
    LibburnDrive{"/dev/sr0"}.verify(album(), *rig.stash_of(vector_disc()), quickly,
                                    rig.notes, {});
  });

  assert_text(
      error.what(),
      "The disc is not what was staged. Disc: 1 of 6 packs of its CD-TEXT are not "
      "on the disc, the first being pack 2 (songwriter of the disc).");
}
END_TEST

START_TEST(test_places_of_other_tracks_are_found_quickly) {
  Rig rig;
  rig.burn(disc_of({Blocks{449}, Blocks{301}, Blocks{375}}), vector_disc(), {});

  const auto error = error_of([&] {
    LibburnDrive{"/dev/sr0"}.verify(short_album(), *rig.stash_of(vector_disc()), in_full,
                                    rig.notes, {});
  });

  assert_text(error.what(),
              "The disc is not what was staged. Track 2: it starts at block 449 "
              "(00:07:74) instead of block 450 (00:08:00).");
}
END_TEST

START_TEST(test_unreadable_block_is_tried_again_and_then_named) {
  Rig rig;
  rig.plan("read-cd lba 760 sense 3/11/05");

  const auto error = error_of([&] { rig.burn(album(), vector_disc(), in_full); });

  assert_text(
      error.what(),
      "The disc is not what was staged. Disc: block 760 (track 3, 00:00.10) can't "
      "be read: READ CD: sense 3/11/05.");
}
END_TEST

START_TEST(test_block_that_is_read_at_last_is_good) {
  Rig rig;
  rig.plan("read-cd 3..8 sense 3/11/05");

  rig.burn(album(), vector_disc(), in_full);

  finding_in(rig, "VERIFIED");
}
END_TEST

START_TEST(test_faults_that_libburn_calls_success_are_found) {
  for (const auto *fault : {"write lba 200..212 flip 9", "write lba 300..350 drop"}) {
    Rig rig;
    rig.plan(fault);

    const auto error = error_of([&] { rig.burn(album(), vector_disc(), in_full); });

    ck_assert_msg(error.result() == Result::verification_failed, "%s: %s", fault,
                  error.what());
    ck_assert(std::string{error.what()}.find("Track 1") != std::string::npos);
  }
}
END_TEST

START_TEST(test_drive_that_goes_is_no_fault_of_the_disc) {
  Rig rig;
  rig.plan("read-cd 40 gone");

  const auto error = error_of([&] { rig.burn(album(), vector_disc(), in_full); });

  assert_text(
      error.what(),
      "The drive has gone while the disc was verified: check its cable and power. "
      "The disc is burned, and not proven.");
  ck_assert(error.fault() == Fault::drive && error.trace().stage == "verifying");
}
END_TEST

START_TEST(test_disc_that_is_changed_meanwhile_is_told) {
  Rig rig;

  const auto error = error_after(rig, in_full, [&] { swap_medium(rig, "written-rw"); });

  assert_text(error.what(), "The disc in the drive was changed while it was verified.");
}
END_TEST

START_TEST(test_disc_that_is_taken_out_meanwhile_is_told) {
  Rig rig;
  rig.plan("read-cd 30..99 sense 2/3A/00");

  const auto error = error_of([&] { rig.burn(album(), vector_disc(), in_full); });

  assert_text(error.what(), "The disc was taken out of the drive while it was verified.");
}
END_TEST

START_TEST(test_blank_disc_after_success_is_told) {
  Rig rig;
  rig.notes.at_closing = [&] { swap_medium(rig, "cd-r-80"); };

  const auto error = error_of([&] { rig.burn(album(), vector_disc(), quickly); });

  assert_text(error.what(),
              "The drive told of success, and the disc in it is blank: nothing was "
              "recorded, or the disc was changed.");
}
END_TEST

START_TEST(test_other_disc_after_the_burn_is_told) {
  Rig rig;
  rig.notes.at_closing = [&] { swap_medium(rig, "written-rw"); };

  const auto error = error_of([&] { rig.burn(album(), vector_disc(), quickly); });

  assert_text(error.what(),
              "The disc in the drive is not the one that was burned: it was changed.");
}
END_TEST

START_TEST(test_verification_is_cancelled_and_the_disc_stays) {
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
END_TEST

int main() {
  return run_at_once("verification", {test_good_disc_passes_at_the_offset_of_its_drive,
                                      test_offsets_of_writing_and_reading_add_up,
                                      test_tracks_at_once_are_verified,
                                      test_quick_verification_reads_no_sound,
                                      test_simulation_is_not_verified,
                                      test_flipped_bit_is_found_at_any_offset,
                                      test_lost_block_is_found,
                                      test_swapped_tracks_are_named,
                                      test_wrong_codes_are_found_quickly,
                                      test_missing_pack_is_found_quickly,
                                      test_places_of_other_tracks_are_found_quickly,
                                      test_unreadable_block_is_tried_again_and_then_named,
                                      test_block_that_is_read_at_last_is_good,
                                      test_faults_that_libburn_calls_success_are_found,
                                      test_drive_that_goes_is_no_fault_of_the_disc,
                                      test_disc_that_is_changed_meanwhile_is_told,
                                      test_disc_that_is_taken_out_meanwhile_is_told,
                                      test_blank_disc_after_success_is_told,
                                      test_other_disc_after_the_burn_is_told,
                                      test_verification_is_cancelled_and_the_disc_stays});
}
