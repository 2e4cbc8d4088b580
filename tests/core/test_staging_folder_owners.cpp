// Who may stage into a folder, and when.
#include <sys/stat.h>

#include "staging_folder_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

namespace fs = std::filesystem;

/// A stash whose audio an image has adopted, when its process died.
void stage_for_an_image(const TempDir &parent, const Adoption &image) {
  Surviving staging{parent / "stash"};
  staging.stage(track_bytes);
  staging.folder->is_adopted_by(image);
  staging.master.begin_recording();
  staging.master.stash()->publish_as(image.audio, 0600);
  staging.master.end_recording(DiscMaster::StashDisposition::seal);
}

}  // namespace

REDBOOK_TEST(test_second_process_is_told_who_has_the_stash) {
  TempDir parent;
  Surviving staging{parent / "stash"};
  staging.stage(track_bytes);
  const auto wanted = "The stash is in use: by process " + std::to_string(::getpid()) +
                      " (" + program_invocation_short_name + ").";

  const auto staged_again = error_of([&] { StagingFolder{parent / "stash"}; });
  const auto burned = error_of([&] { open_stash(parent / "stash"); });

  assert_result(staged_again.result(), busy);
  assert_text(staged_again.what(), wanted);
  assert_text(burned.what(), wanted);
  assert_text(state_of_stash(parent / "stash").holder,
              wanted.substr(24, wanted.size() - 25));
}

REDBOOK_TEST(test_stash_is_not_staged_into_while_it_is_burned) {
  TempDir parent;
  { Surviving{parent / "stash"}.stage(track_bytes); }
  const auto burned = open_stash(parent / "stash");
  const auto burned_twice = open_stash(parent / "stash");

  const auto error = error_of([&] { StagingFolder{parent / "stash"}; });

  assert_result(error.result(), busy);
}

REDBOOK_TEST(test_folder_in_which_nothing_was_staged_goes) {
  TempDir parent;
  std::filesystem::create_directory(parent / "mine");
  std::filesystem::permissions(parent / "mine", std::filesystem::perms::owner_all);

  { StagingFolder{parent / "new"}; }
  { StagingFolder{parent / "mine"}; }
  { Surviving{parent / "cleared"}.stage(track_bytes); }
  { Surviving{parent / "cleared"}.master.clear(); }

  assert_text(parent.names(), "cleared mine ");
  ck_assert(std::filesystem::is_empty(parent / "mine"));
  ck_assert(std::filesystem::is_empty(parent / "cleared"));
}

REDBOOK_TEST(test_next_disc_leaves_the_audio_of_the_last_one_alone) {
  TempDir parent;
  const auto path = parent / "stash";
  {
    Surviving staging{path};
    staging.stage(track_bytes);
    staging.master.begin_recording();
    staging.master.stash()->publish_as(parent / "album.bin", 0600);
    staging.master.end_recording(DiscMaster::StashDisposition::seal);
    staging.stage(track_bytes * 2);
  }

  ck_assert_uint_eq(contents(parent / "album.bin").size(), track_bytes);
  ck_assert_uint_eq(tracks_in(path).size(), 1);
  assert_blocks(tracks_in(path).at(0).length, 600);
  ck_assert(!std::filesystem::exists(path / "sound.pcm"));
}

REDBOOK_TEST(test_audio_that_an_image_has_is_not_changed_any_more) {
  TempDir parent;
  {
    Surviving staging{parent / "stash"};
    staging.stage(track_bytes);
    staging.master.begin_recording();
    staging.master.stash()->publish_as(parent / "album.bin", 0600);
    staging.master.end_recording(DiscMaster::StashDisposition::seal);
  }

  const auto error = error_of([&] { StagingFolder{parent / "stash"}; });

  assert_text(error.what(),
              "The audio of the stash is part of a disc image by now: choose another "
              "folder.");
  ck_assert_uint_eq(open_stash(parent / "stash").disc.tracks.size(), 1);
}

REDBOOK_TEST(test_image_that_a_dead_process_had_finished_frees_the_stash) {
  TempDir parent;
  stage_for_an_image(parent, {parent / "album.cue", parent / "album.bin", false});

  StagingFolder next{parent / "stash"};

  ck_assert(!next.has_tracks());
  ck_assert(next.new_stash());
  ck_assert_int_eq(static_cast<std::int64_t>(fs::file_size(parent / "album.bin")),
                   track_bytes);
}

REDBOOK_TEST(test_stash_that_is_to_be_kept_stays_beside_its_image) {
  TempDir parent;
  stage_for_an_image(parent, {parent / "album.cue", parent / "album.bin", true});

  const auto error = error_of([&] { StagingFolder{parent / "stash"}; });

  ck_assert(std::string{error.what()}.find("part of a disc image") != std::string::npos);
}

REDBOOK_TEST(test_image_that_was_not_finished_leaves_the_stash_to_go_on) {
  TempDir parent;
  stage_for_an_image(parent, {parent / "album.cue", parent / "album.bin", false});
  fs::rename(parent / "album.bin", parent / ".album.bin.12345678");
  write_file(parent / ".album.cue.changes",
             std::string{"redbooksink changes 1\n.album.bin.12345678/album.bin"} + '\0');

  const StagingFolder next{parent / "stash"};

  ck_assert_uint_eq(next.tracks().size(), 1);
  assert_text(parent.names(), "stash ");
}

REDBOOK_TEST(test_stash_whose_removal_was_cut_off_begins_anew) {
  TempDir parent;
  { Surviving{parent / "stash"}.stage(track_bytes); }
  {
    Surviving staging{parent / "stash"};
    staging.master.clear();
    fs::remove(parent / "stash/sound.pcm");
    fs::copy_file(parent / "stash/journal", parent / "journal");
  }
  fs::create_directory(parent / "stash");
  fs::permissions(parent / "stash", fs::perms{0700});
  fs::rename(parent / "journal", parent / "stash/journal");

  ck_assert(!StagingFolder{parent / "stash"}.has_tracks());
}

REDBOOK_TEST(test_folders_of_others_are_refused) {
  TempDir parent;
  std::filesystem::create_directory(parent / "shared");
  ::chmod((parent / "shared").c_str(), 0777);
  std::filesystem::create_directory(parent / "music");
  ::chmod((parent / "music").c_str(), 0700);
  write_file(parent / "music/song.flac", "");
  std::filesystem::create_directory_symlink("music", parent / "link");

  const auto what = [&](const std::string &name) {
    return std::string{error_of([&] { StagingFolder{parent / name}; }).what()};
  };

  assert_text(what("shared"),
              "Others may write into the folder of the stash: choose one that is yours "
              "alone.");
  assert_text(what("music"),
              "The folder for the stash has other files in it: choose one that is empty, "
              "or new.");
  assert_text(what("link"), "The folder of the stash can't be opened.");
  assert_text(what("link/"), "The folder of the stash can't be opened.");
}

REDBOOK_TEST(test_newer_stash_is_not_touched) {
  Saving saving;
  auto header = journal_header().substr(0, 8) + std::string{"\2\0\0\0", 4};
  const auto crc = crc_of(header);
  for (unsigned i = 0; i < 4; ++i) header += static_cast<char>(crc >> (8 * i));
  write_file(saving.journal(), header + "what is not known");
  std::filesystem::remove(saving.folder / "lock");

  const auto staged = error_of([&] { StagingFolder{saving.folder}; });
  const auto repaired = error_of([&] { repair_stash(saving.folder); });

  assert_text(staged.what(),
              "The stash was made by a newer redbooksink: it was left as it is.");
  assert_text(repaired.what(), staged.what());
  ck_assert(contents(saving.journal()) == header + "what is not known");
  ck_assert(!std::filesystem::exists(saving.folder / "lock"));
}
