#include <sys/stat.h>
#include <sys/wait.h>

#include "saving.hpp"
#include "stash/disc_master.hpp"
#include "stash/staging_folder.hpp"
#include "stash/stash_repair.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// A disc in the making in a folder that survives it.
struct Surviving {
  std::shared_ptr<StagingFolder> folder;
  DiscMaster master;

  explicit Surviving(const std::filesystem::path &path, Summing summing = Summing::off)
      : folder{std::make_shared<StagingFolder>(path)},
        master{{.summing = summing}, [this] { return folder->new_stash(); }, folder} {
    if (folder->has_tracks()) master.resume(folder->tracks(), folder->staged_bytes());
  }

  DiscMaster::Closed stage(std::int64_t bytes, Join join = Join::padded) {
    begin(bytes);
    return master.close_audio_track(join);
  }
  void begin(std::int64_t bytes) {
    master.create_audio_track();
    master.append(counting_sound(bytes, master.next_byte() / 4));
  }
};

constexpr auto track_bytes = Blocks{300}.bytes();

Pcm sound_of(const SavedStash &stash) {
  auto sound = silence(stash.disc.length());
  stash.stash->read(0, sound);
  return sound;
}

std::vector<Track> tracks_in(const std::filesystem::path &folder) {
  return state_of_stash(folder).promised.disc.tracks;
}

}  // namespace

START_TEST(test_staged_disc_is_there_when_the_process_is_gone) {
  TempDir parent;
  const auto path = parent / "stash";
  {
    Surviving staging{path};
    staging.stage(track_bytes);
    staging.stage(track_bytes + 2352);
    staging.master.finish();
  }

  const auto opened = open_stash(path);

  ck_assert_uint_eq(opened.disc.tracks.size(), 2);
  ck_assert(sound_of(opened) == counting_sound(Blocks{601}));
  ck_assert_uint_eq(mode_of(path), 0700);
}
END_TEST

START_TEST(test_staging_goes_on_where_it_ended) {
  TempDir parent;
  { Surviving{parent / "stash"}.stage(track_bytes + 100, Join::gapless); }

  {
    Surviving staging{parent / "stash"};
    staging.stage(track_bytes);
    staging.master.finish();
  }

  const auto opened = open_stash(parent / "stash");
  auto wanted = counting_sound(2 * track_bytes + 100);
  wanted.resize(static_cast<std::size_t>(Blocks{601}.bytes()));
  ck_assert(sound_of(opened) == wanted);
  ck_assert_uint_eq(opened.disc.tracks.size(), 2);
}
END_TEST

START_TEST(test_checksums_are_the_same_after_going_on) {
  TempDir parent;
  { Surviving{parent / "one", Summing::on}.stage(track_bytes + 100, Join::gapless); }
  Surviving resumed{parent / "one", Summing::on};
  Surviving whole{parent / "two", Summing::on};
  whole.stage(track_bytes + 100, Join::gapless);

  resumed.stage(track_bytes);
  whole.stage(track_bytes);
  resumed.master.begin_recording();
  whole.master.begin_recording();

  ck_assert(resumed.master.checksums()->tracks == whole.master.checksums()->tracks);
}
END_TEST

START_TEST(test_texts_and_packs_are_kept) {
  TempDir parent;
  auto disc = disc_of_ddp_golden_3();
  {
    Surviving staging{parent / "stash"};
    staging.stage(Blocks{750}.bytes());
    staging.stage(Blocks{750}.bytes());
    staging.master.finish();
    staging.folder->describe(disc);
  }

  ck_assert(open_stash(parent / "stash").disc == disc);
}
END_TEST

START_TEST(test_unfinished_track_is_kept_with_what_it_is_called) {
  TempDir parent;
  {
    Surviving staging{parent / "stash"};
    staging.stage(track_bytes);
    staging.begin(2352 * 2 + 4);
    staging.master.describe_open_track({.title = "Half"});
  }

  const auto before = error_of([&] { open_stash(parent / "stash"); });
  const StagingFolder folder{parent / "stash"};

  assert_text(before.what(),
              "The last track of the stash was not finished: redbook-burner "
              "--stash-repair keeps what is there of it.");
  ck_assert_int_eq(folder.kept_track(), 2);
  assert_text(folder.tracks().at(1).texts.title, "Half");
  assert_blocks(folder.tracks().at(1).length, 300);
}
END_TEST

START_TEST(test_unfinished_track_is_dropped_where_asked) {
  TempDir parent;
  {
    Surviving staging{parent / "stash"};
    staging.stage(track_bytes);
    staging.begin(5000);
  }

  { StagingFolder{parent / "stash", 0, UnfinishedTrack::dropped}; }

  ck_assert(sound_of(open_stash(parent / "stash")) == counting_sound(track_bytes));
}
END_TEST

START_TEST(test_dropped_audio_does_not_come_back) {
  TempDir parent;
  {
    Surviving staging{parent / "stash"};
    staging.stage(track_bytes);
    const auto point = staging.master.checkpoint();
    staging.stage(track_bytes * 3);
    staging.begin(track_bytes * 4);
    staging.master.return_to(point);
    staging.begin(track_bytes);
    staging.master.drop_open_track();
  }

  ck_assert(sound_of(open_stash(parent / "stash")) == counting_sound(track_bytes));
}
END_TEST

START_TEST(test_divided_tracks_are_kept) {
  TempDir parent;
  {
    Surviving staging{parent / "stash"};
    staging.begin(track_bytes * 3);
    staging.master.expect_division(Lba{2000});
    staging.master.divide_open_track(Blocks{300});
  }

  const auto state = state_of_stash(parent / "stash");

  ck_assert_uint_eq(state.promised.disc.tracks.size(), 1);
  assert_blocks(state.unfinished()->length, 600);
}
END_TEST

START_TEST(test_marks_of_an_open_track_are_written_down) {
  TempDir parent;
  Surviving staging{parent / "stash"};
  staging.begin(track_bytes);

  staging.master.expect_division(Lba{2000});

  ck_assert(state_of_stash(parent / "stash").promised.marks ==
            std::vector<Lba>{Lba{2000}});
}
END_TEST

START_TEST(test_second_process_is_told_who_has_the_stash) {
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
END_TEST

START_TEST(test_stash_is_not_staged_into_while_it_is_burned) {
  TempDir parent;
  { Surviving{parent / "stash"}.stage(track_bytes); }
  const auto burned = open_stash(parent / "stash");
  const auto burned_twice = open_stash(parent / "stash");

  const auto error = error_of([&] { StagingFolder{parent / "stash"}; });

  assert_result(error.result(), busy);
}
END_TEST

START_TEST(test_folder_in_which_nothing_was_staged_goes) {
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
END_TEST

START_TEST(test_next_disc_leaves_the_sound_of_the_last_one_alone) {
  TempDir parent;
  const auto path = parent / "stash";
  {
    Surviving staging{path};
    staging.stage(track_bytes);
    staging.master.begin_recording();
    staging.master.stash()->publish_as(parent / "album.bin", 0600);
    staging.master.end_recording(DiscMaster::Afterwards::seal);
    staging.stage(track_bytes * 2);
  }

  ck_assert_uint_eq(contents(parent / "album.bin").size(), track_bytes);
  ck_assert_uint_eq(tracks_in(path).size(), 1);
  assert_blocks(tracks_in(path).at(0).length, 600);
  ck_assert(!std::filesystem::exists(path / "sound.pcm"));
}
END_TEST

START_TEST(test_sound_that_an_image_has_is_not_changed_any_more) {
  TempDir parent;
  {
    Surviving staging{parent / "stash"};
    staging.stage(track_bytes);
    staging.master.begin_recording();
    staging.master.stash()->publish_as(parent / "album.bin", 0600);
    staging.master.end_recording(DiscMaster::Afterwards::seal);
  }

  const auto error = error_of([&] { StagingFolder{parent / "stash"}; });

  assert_text(error.what(),
              "The sound of the stash is part of a disc image by now: choose another "
              "folder.");
  ck_assert_uint_eq(open_stash(parent / "stash").disc.tracks.size(), 1);
}
END_TEST

START_TEST(test_folders_of_others_are_refused) {
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
END_TEST

START_TEST(test_newer_stash_is_not_touched) {
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
END_TEST

START_TEST(test_damaged_stash_is_repaired) {
  Saving saving;
  const auto bytes = contents(saving.journal());
  const auto records = saving.records();

  for (std::size_t i = 0; i + 1 < records.size(); ++i) {
    write_file(saving.journal(), with_flipped_bit(bytes, records[i] + 25));
    ck_assert(!repair_stash(saving.folder).is_whole());
    const auto opened = open_stash(saving.folder);
    ck_assert_msg(sound_of(opened) == counting_sound(saving.disc.length()), "record %zu",
                  i);
  }
}
END_TEST

START_TEST(test_stash_without_a_journal_is_repaired) {
  Saving saving;
  std::filesystem::remove(saving.journal());

  repair_stash(saving.folder);

  const auto opened = open_stash(saving.folder);
  ck_assert_uint_eq(opened.disc.tracks.size(), 1);
  ck_assert(sound_of(opened) == counting_sound(saving.disc.length()));
}
END_TEST

START_TEST(test_stash_whose_sound_was_cut_off_is_repaired) {
  Saving saving;
  std::filesystem::resize_file(saving.sound(), Blocks{800}.bytes() + 4);

  repair_stash(saving.folder);

  const auto opened = open_stash(saving.folder);
  auto wanted = counting_sound(Blocks{800}.bytes() + 4);
  wanted.resize(static_cast<std::size_t>(Blocks{1050}.bytes()));
  ck_assert(sound_of(opened) == wanted);
  assert_text(opened.disc.tracks.at(1).texts.title, "B");
}
END_TEST

START_TEST(test_unfinished_stash_is_repaired) {
  TempDir parent;
  {
    Surviving staging{parent / "stash"};
    staging.stage(track_bytes + 100, Join::gapless);
    staging.begin(track_bytes);
  }

  repair_stash(parent / "stash");

  auto wanted = counting_sound(2 * track_bytes + 100);
  wanted.resize(static_cast<std::size_t>(Blocks{601}.bytes()));
  ck_assert(sound_of(open_stash(parent / "stash")) == wanted);
}
END_TEST

START_TEST(test_stash_for_several_discs_is_there_when_the_process_is_gone) {
  const TempDir parent;
  const DiscMaster::Settings settings{.capacity = Blocks{1000},
                                      .on_full = OnFull::next_disc};
  Disc staged_disc;
  {
    auto folder = std::make_shared<StagingFolder>(parent / "stash");
    DiscMaster master{settings, [&] { return folder->new_stash(); }, folder};
    for (int i = 0; i < 120; ++i) {
      master.create_audio_track();
      master.append_silence(Blocks{300}.bytes());
      master.close_audio_track();
    }
    master.finish();
    staged_disc = master.layout();
  }

  auto folder = std::make_shared<StagingFolder>(parent / "stash");
  DiscMaster master{settings, [&] { return folder->new_stash(); }, folder};
  master.resume(folder->tracks(), folder->staged_bytes());
  master.create_audio_track();
  master.append_silence(Blocks{400}.bytes());

  ck_assert_int_eq(master.close_audio_track().number, 121);
  ck_assert(folder->disc() == staged_disc);
  ck_assert_uint_eq(divided(master.layout(), Blocks{1000}).size(), 41);
}
END_TEST

int main() {
  return run("staging_folder",
             {test_staged_disc_is_there_when_the_process_is_gone,
              test_staging_goes_on_where_it_ended,
              test_checksums_are_the_same_after_going_on,
              test_texts_and_packs_are_kept,
              test_unfinished_track_is_kept_with_what_it_is_called,
              test_unfinished_track_is_dropped_where_asked,
              test_dropped_audio_does_not_come_back,
              test_divided_tracks_are_kept,
              test_marks_of_an_open_track_are_written_down,
              test_second_process_is_told_who_has_the_stash,
              test_stash_is_not_staged_into_while_it_is_burned,
              test_folder_in_which_nothing_was_staged_goes,
              test_next_disc_leaves_the_sound_of_the_last_one_alone,
              test_sound_that_an_image_has_is_not_changed_any_more,
              test_folders_of_others_are_refused,
              test_newer_stash_is_not_touched,
              test_damaged_stash_is_repaired,
              test_stash_without_a_journal_is_repaired,
              test_stash_whose_sound_was_cut_off_is_repaired,
              test_unfinished_stash_is_repaired,
              test_stash_for_several_discs_is_there_when_the_process_is_gone});
}
