// Stashes that are damaged or unfinished, repaired.
#include "staging_folder_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_damaged_stash_is_repaired) {
  Saving saving;
  const auto bytes = contents(saving.journal());
  const auto records = saving.records();

  for (std::size_t i = 0; i + 1 < records.size(); ++i) {
    write_file(saving.journal(), with_flipped_bit(bytes, records[i] + 25));
    ck_assert(!repair_stash(saving.folder).is_whole());
    const auto opened = open_stash(saving.folder);
    ck_assert_msg(audio_of(opened) == counting_audio(saving.disc.length()), "record %zu",
                  i);
  }
}

REDBOOK_TEST(test_stash_without_a_journal_is_repaired) {
  Saving saving;
  std::filesystem::remove(saving.journal());

  repair_stash(saving.folder);

  const auto opened = open_stash(saving.folder);
  ck_assert_uint_eq(opened.disc.tracks.size(), 1);
  ck_assert(audio_of(opened) == counting_audio(saving.disc.length()));
}

REDBOOK_TEST(test_stash_whose_audio_was_cut_off_is_repaired) {
  Saving saving;
  std::filesystem::resize_file(saving.audio(), Blocks{800}.bytes() + 4);

  repair_stash(saving.folder);

  const auto opened = open_stash(saving.folder);
  auto wanted = counting_audio(Blocks{800}.bytes() + 4);
  wanted.resize(static_cast<std::size_t>(Blocks{1050}.bytes()));
  ck_assert(audio_of(opened) == wanted);
  assert_text(opened.disc.tracks.at(1).texts.title, "B");
}

REDBOOK_TEST(test_unfinished_stash_is_repaired) {
  TempDir parent;
  {
    Surviving staging{parent / "stash"};
    staging.stage(track_bytes + 100, Join::gapless);
    staging.begin(track_bytes);
  }

  repair_stash(parent / "stash");

  auto wanted = counting_audio(2 * track_bytes + 100);
  wanted.resize(static_cast<std::size_t>(Blocks{601}.bytes()));
  ck_assert(audio_of(open_stash(parent / "stash")) == wanted);
}
