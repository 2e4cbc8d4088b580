// A burned disc read back: a good one passes, and whatever is wrong is named.
#include "verified_discs.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_good_disc_passes_at_the_offset_of_its_drive) {
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

REDBOOK_TEST(test_offsets_of_writing_and_reading_add_up) {
  Rig rig;
  rig.set("read-offset", "700");
  rig.set("write-offset", "-30");

  rig.burn(album(), vector_disc(), in_full);

  ck_assert(finding_in(rig, "VERIFY_SHIFT").sentence.find("670 samples late") !=
            std::string::npos);
}

REDBOOK_TEST(test_tracks_at_once_are_verified) {
  Rig rig;
  rig.set("read-offset", "667");

  rig.burn(album(), vector_disc(),
           {.write_mode = WriteMode::tao, .verify = Verify::full});

  ck_assert(finding_in(rig, "VERIFY_SHIFT").sentence.find("667 samples late") !=
            std::string::npos);
  finding_in(rig, "VERIFIED");
}

REDBOOK_TEST(test_quick_verification_reads_no_audio) {
  Rig rig;

  rig.burn(album(), vector_disc(), quickly);

  finding_in(rig, "VERIFIED");
  const auto log = contents(rig.folder() / "sr0/commands.log");
  ck_assert(log.find(" 10 02 00] got") != std::string::npos);  // with Q data
  ck_assert(log.find(" 10 00 00] got") == std::string::npos);
}

REDBOOK_TEST(test_simulation_is_not_verified) {
  Rig rig;

  rig.burn(album(), vector_disc(), {.simulate = true, .verify = Verify::full});

  assert_text(names_of(rig.notes.findings), "");
}

REDBOOK_TEST(test_flipped_bit_is_found_at_any_offset) {
  for (const auto *offset : {"-1200", "0", "667"}) {
    Rig rig;
    rig.set("read-offset", offset);
    rig.plan("write lba 500 flip 3");

    const auto error = error_of([&] { rig.burn(album(), vector_disc(), in_full); });

    ck_assert(error.result() == Result::verification_failed);
    ck_assert(error.fault() == Fault::medium);
    ck_assert_msg(std::string{error.what()}.starts_with(
                      "The disc is not what was staged. Track 2: 1 sample of its audio "
                      "differs: 00:00.50 (sample 29400). Its AccurateRip v2 is "),
                  "%s", error.what());
  }
}

REDBOOK_TEST(test_lost_block_is_found_at_any_offset) {
  for (const auto *offset : {"-1200", "0", "667"}) {
    Rig rig;
    rig.set("read-offset", offset);
    rig.plan("write lba 800 drop");

    const auto error = error_of([&] { rig.burn(album(), vector_disc(), in_full); });

    const std::string text = error.what();
    ck_assert_msg(text.find("Track 3: 5") != std::string::npos &&
                      text.find("of its audio differ: 00:00.50 (sample 29400) to "
                                "00:00.50") != std::string::npos,
                  "%s", error.what());
  }
}

REDBOOK_TEST(test_silent_disc_passes_at_no_certain_offset) {
  Rig rig;
  rig.set("read-offset", "667");

  rig.burn(album(), silence(album().length()), in_full);

  finding_in(rig, "VERIFY_SHIFT_UNDECIDED");
  finding_in(rig, "VERIFIED");
}

REDBOOK_TEST(test_swapped_tracks_are_named) {
  Rig rig;
  rig.set("read-offset", "-1200");
  const auto disc = disc_of({Blocks{450}, Blocks{300}, Blocks{300}});
  const auto audio =
      joined({generated_audio(Blocks{450}, 1), generated_audio(Blocks{300}, 2),
              generated_audio(Blocks{300}, 3)});
  const auto other =
      joined({generated_audio(Blocks{450}, 1), generated_audio(Blocks{300}, 3),
              generated_audio(Blocks{300}, 2)});
  rig.burn(disc, other, {});

  const auto error = error_of([&] {
    LibburnDrive{"/dev/sr0"}.verify(disc, *rig.stash_of(audio), in_full, rig.notes, {});
  });

  assert_text(error.what(),
              "The disc is not what was staged. Track 2: it has the audio of track 3.");
}

REDBOOK_TEST(test_wrong_codes_are_found_quickly) {
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

REDBOOK_TEST(test_missing_pack_is_found_quickly) {
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

REDBOOK_TEST(test_places_of_other_tracks_are_found_quickly) {
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
