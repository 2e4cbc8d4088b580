// What a folder keeps of a disc in the making.
#include "staging_folder_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_staged_disc_is_there_when_the_process_is_gone) {
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
  ck_assert(audio_of(opened) == counting_audio(Blocks{601}));
  ck_assert_uint_eq(mode_of(path), 0700);
}

REDBOOK_TEST(test_staging_goes_on_where_it_ended) {
  TempDir parent;
  { Surviving{parent / "stash"}.stage(track_bytes + 100, Join::gapless); }

  {
    Surviving staging{parent / "stash"};
    staging.stage(track_bytes);
    staging.master.finish();
  }

  const auto opened = open_stash(parent / "stash");
  auto wanted = counting_audio(2 * track_bytes + 100);
  wanted.resize(static_cast<std::size_t>(Blocks{601}.bytes()));
  ck_assert(audio_of(opened) == wanted);
  ck_assert_uint_eq(opened.disc.tracks.size(), 2);
}

REDBOOK_TEST(test_checksums_are_the_same_after_going_on) {
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

REDBOOK_TEST(test_texts_and_packs_are_kept) {
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

REDBOOK_TEST(test_unfinished_track_is_kept_with_what_it_is_called) {
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

REDBOOK_TEST(test_unfinished_track_is_dropped_where_asked) {
  TempDir parent;
  {
    Surviving staging{parent / "stash"};
    staging.stage(track_bytes);
    staging.begin(5000);
  }

  { StagingFolder{parent / "stash", 0, UnfinishedTrack::dropped}; }

  ck_assert(audio_of(open_stash(parent / "stash")) == counting_audio(track_bytes));
}

REDBOOK_TEST(test_dropped_audio_does_not_come_back) {
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

  ck_assert(audio_of(open_stash(parent / "stash")) == counting_audio(track_bytes));
}

REDBOOK_TEST(test_divided_tracks_are_kept) {
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

REDBOOK_TEST(test_marks_of_an_open_track_are_written_down) {
  TempDir parent;
  Surviving staging{parent / "stash"};
  staging.begin(track_bytes);

  staging.master.expect_division(Lba{2000});

  ck_assert(state_of_stash(parent / "stash").promised.marks ==
            std::vector<Lba>{Lba{2000}});
}

REDBOOK_TEST(test_stash_for_several_discs_is_there_when_the_process_is_gone) {
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
