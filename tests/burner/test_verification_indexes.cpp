// Indexes of a burned disc read back.
#include "verified_discs.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// The album with a pregap of a second and an index 02 in its second track.
Disc indexed_album() {
  auto disc = album();
  disc.tracks[1].pregap = Blocks{75};
  disc.tracks[1].length = Blocks{375};
  disc.tracks[1].indexes = {Blocks{150}};
  disc.tracks[2].start = Lba{825};
  disc.tracks[2].length = Blocks{300};
  return disc;
}

Disc with_all_indexes() {
  auto disc = disc_of({Blocks{1125}});
  for (int index = 2; index <= max_index; ++index)
    disc.tracks[0].indexes.push_back(Blocks{11} * (index - 1));
  return disc;
}

/// The error of a verification of the album after a burn of another one.
Error error_after_burning(Rig &rig, const Disc &other) {
  rig.burn(other, vector_disc(), {});
  return error_of([&] {
    LibburnDrive{"/dev/sr0"}.verify(indexed_album(), *rig.stash_of(vector_disc()),
                                    quickly, rig.notes, {});
  });
}

std::string notes_of_indexes(const Rig &rig) {
  std::string text;
  for (const auto &finding : rig.notes.findings)
    if (finding.name.starts_with("VERIFY_INDEX"))
      text += finding.name + ' ' + name_of(finding.severity) + ' ';
  return text;
}

}  // namespace

REDBOOK_TEST(test_good_disc_with_all_indexes_passes) {
  Rig rig;

  rig.burn(with_all_indexes(), vector_disc(), quickly);

  assert_text(names_of(rig.notes.findings), "VERIFIED ");
}

REDBOOK_TEST(test_good_disc_with_a_pregap_and_codes_passes) {
  for (const auto *offset : {"-1200", "667"}) {
    Rig rig;
    rig.set("read-offset", offset);

    rig.burn(indexed_album(), vector_disc(), in_full);

    assert_text(notes_of_indexes(rig), "");
    finding_in(rig, "VERIFIED");
  }
}

REDBOOK_TEST(test_moved_index_is_told_with_its_place) {
  Rig rig;
  auto moved = indexed_album();
  moved.tracks[1].indexes[0] = Blocks{160};

  const auto error = error_after_burning(rig, moved);

  assert_text(error.what(),
              "The disc is not what was staged. Track 2: its index 02 begins at block "
              "685 (00:11:10) instead of block 675 (00:11:00).");
  ck_assert(error.result() == Result::verification_failed);
}

REDBOOK_TEST(test_lost_pregap_is_told) {
  Rig rig;
  auto without = indexed_album();
  without.tracks[0].length = Blocks{525};
  without.tracks[1].start = Lba{525};
  without.tracks[1].pregap = Blocks{};
  without.tracks[1].length = Blocks{300};

  const auto error = error_after_burning(rig, without);

  assert_text(
      error.what(),
      "The disc is not what was staged. Track 2: its index 00 is not on the disc, "
      "and should begin at block 450 (00:08:00).");
}

REDBOOK_TEST(test_pregap_that_nobody_staged_is_told) {
  Rig rig;
  auto more = indexed_album();
  more.tracks[1].length = Blocks{325};
  more.tracks[2].start = Lba{775};
  more.tracks[2].pregap = Blocks{50};
  more.tracks[2].length = Blocks{350};

  const auto error = error_after_burning(rig, more);

  assert_text(
      error.what(),
      "The disc is not what was staged. Track 3: before its index 01, at block "
      "824 (00:12:74), lies index 00 of track 3, which should not be on the disc.");
}

REDBOOK_TEST(test_q_that_makes_no_sense_is_a_note) {
  Rig rig;
  rig.set("broken", "q-binary");  // which leaves a table of contents up to 9 right
  auto minute = disc_of({Blocks{4500}});
  minute.tracks[0].indexes = {Blocks{2000}};

  rig.burn(minute, quickly);

  assert_text(notes_of_indexes(rig), "VERIFY_INDEX_UNREADABLE note ");
  finding_in(rig, "VERIFIED");
}

REDBOOK_TEST(test_drive_that_does_not_give_its_q_is_a_note) {
  Rig rig;
  rig.plan("read-cd every sense 5/24/00");

  rig.burn(indexed_album(), vector_disc(), quickly);

  assert_text(notes_of_indexes(rig), "VERIFY_INDEX_UNREADABLE note ");
  finding_in(rig, "VERIFIED");
}

REDBOOK_TEST(test_q_that_is_read_at_last_is_good) {
  Rig rig;
  rig.plan("read-cd 1..2 sense 3/11/05");

  rig.burn(indexed_album(), vector_disc(), quickly);

  assert_text(notes_of_indexes(rig), "");
}

REDBOOK_TEST(test_drive_that_goes_while_indexes_are_read_is_told) {
  Rig rig;
  rig.plan("read-cd 2 gone");

  const auto error = error_of([&] { rig.burn(indexed_album(), vector_disc(), quickly); });

  ck_assert(std::string{error.what()}.starts_with("The drive has gone while the disc"));
  ck_assert(error.fault() == Fault::drive);
}

REDBOOK_TEST(test_indexes_of_tracks_at_once_are_the_drives_own) {
  Rig rig;

  rig.burn(indexed_album(), vector_disc(),
           {.write_mode = WriteMode::tao, .verify = Verify::quick});

  assert_text(notes_of_indexes(rig), "");
  ck_assert(contents(rig.folder() / "sr0/commands.log").find("read-cd") ==
            std::string::npos);
}
