#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include "saved_stash_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr auto damaged =
    "The stash is damaged: redbook-burner --stash-repair saves what is there.";

}  // namespace

REDBOOK_TEST(test_saved_stash_comes_back) {
  Saving saving;

  const auto opened = open_stash(saving.folder);

  ck_assert(opened.disc == saving.disc);
  ck_assert(staged(*opened.stash) == counting_audio(saving.disc.length()));
}

REDBOOK_TEST(test_stash_with_a_lead_comes_back) {
  TempDir parent;
  const auto disc = disc_of_ddp_golden_3();
  Stash stash{parent.path(), Blocks{150}.bytes()};
  stash.write(0, counting_audio(disc.length()));

  const auto opened = open_stash(save_stash(disc, stash, parent.path()));

  auto audio = silence(disc.length());
  opened.stash->read(0, audio);
  ck_assert(audio == counting_audio(disc.length()));
}

REDBOOK_TEST(test_folder_is_the_users_own_and_its_name_is_new) {
  Saving saving;

  const auto second = save_stash(saving.disc, *saving.stash, saving.parent.path());

  ck_assert(second != saving.folder);
  ck_assert(saving.folder.filename().string().starts_with("stash-"));
  ck_assert_uint_eq(mode_of(saving.folder), 0700);
  ck_assert_uint_eq(mode_of(saving.journal()), 0600);
  ck_assert_uint_eq(mode_of(saving.audio()), 0600);
}

REDBOOK_TEST(test_saving_copies_no_audio) {
  Saving saving;

  struct stat named {
  }, unnamed{};
  ::stat(saving.audio().c_str(), &named);
  ::fstat(saving.stash->fd(), &unnamed);

  ck_assert_uint_eq(named.st_ino, unnamed.st_ino);
}

REDBOOK_TEST(test_stash_that_a_dead_process_did_not_finish_is_removed) {
  Saving saving;
  const auto unfinished = saving.parent / ".stash-abcdef";
  std::filesystem::create_directory(unfinished);
  write_file(unfinished / "sound.pcm", "half");
  const auto without_journal = saving.parent / "stash-abcdef";
  std::filesystem::create_directory(without_journal);
  write_file(without_journal / "sound.pcm", "dear");

  ck_assert(settle_stashes(saving.parent.path()).empty());

  ck_assert(!std::filesystem::exists(unfinished));
  assert_text(contents(without_journal / "sound.pcm"), "dear");
  ck_assert(open_stash(saving.folder).disc == saving.disc);
}

REDBOOK_TEST(test_whole_stash_of_a_dead_process_is_told_once) {
  Saving saving;
  const auto hidden = saving.parent / ('.' + saving.folder.filename().string());
  std::filesystem::rename(saving.folder, hidden);

  const auto first = settle_stashes(saving.parent.path());
  const auto second = settle_stashes(saving.parent.path());

  ck_assert(first == std::vector{saving.folder} && second.empty());
  ck_assert(open_stash(saving.folder).disc == saving.disc);
}

REDBOOK_TEST(test_stash_that_a_process_is_saving_is_left_alone) {
  Saving saving;
  const auto hidden = saving.parent / ('.' + saving.folder.filename().string());
  std::filesystem::rename(saving.folder, hidden);
  const FileDescriptor held{::open(hidden.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  ck_assert_int_eq(::flock(held.get(), LOCK_EX), 0);

  ck_assert(settle_stashes(saving.parent.path()).empty());

  ck_assert(std::filesystem::exists(hidden));
}

REDBOOK_TEST(test_stash_is_known_by_either_file) {
  Saving saving;

  const bool whole = is_stash(saving.folder);
  std::filesystem::remove(saving.journal());
  const bool without_journal = is_stash(saving.folder);
  std::filesystem::remove(saving.audio());

  ck_assert(whole && without_journal);
  ck_assert(!is_stash(saving.folder));
  ck_assert(!is_stash(saving.folder / "missing"));
}

REDBOOK_TEST(test_audio_that_is_too_short_is_not_saved) {
  TempDir parent;
  const auto stash = stash_with(parent, silence(1000));

  const auto error =
      error_of([&] { save_stash(disc_of_ddp_golden_3(), *stash, parent.path()); });

  ck_assert(error.fault() == Fault::stash);
  assert_text(parent.names(), "");
}

REDBOOK_TEST(test_full_disk_leaves_no_half_a_stash) {
  TempDir parent;
  const auto disc = disc_of_ddp_golden_3();
  const auto stash = stash_with(parent, silence(disc.length()));

  const auto error =
      error_when_files_end_at(600, [&] { save_stash(disc, *stash, parent.path()); });

  assert_result(error.result(), not_enough_disk_for_stash);
  assert_text(parent.names(), "");
}

REDBOOK_TEST(test_parent_that_is_missing_is_named) {
  TempDir parent;
  const auto stash = stash_with(parent, silence(1000));

  const auto error = error_of([&] { save_stash({}, *stash, parent / "missing"); });

  ck_assert(error.detail().starts_with((parent / "missing").string()));
}

REDBOOK_TEST(test_missing_files_are_named) {
  Saving without_journal, without_audio;
  std::filesystem::remove(without_journal.journal());
  std::filesystem::remove(without_audio.audio());

  assert_text(without_journal.refusal().detail(),
              without_journal.journal().string() + ": missing");
  assert_text(without_audio.refusal().what(), damaged);
  assert_text(without_audio.refusal().detail(),
              without_audio.audio().string() + ": No such file or directory");
}

REDBOOK_TEST(test_links_are_not_followed) {
  Saving saving;
  std::filesystem::rename(saving.audio(), saving.folder / "elsewhere");
  std::filesystem::create_symlink("elsewhere", saving.audio());

  assert_text(saving.refusal().detail(),
              saving.audio().string() + ": Too many levels of symbolic links");
}

REDBOOK_TEST(test_what_is_no_file_is_refused) {
  Saving saving;
  std::filesystem::remove(saving.audio());
  std::filesystem::create_directory(saving.audio());

  assert_text(saving.refusal().detail(), saving.audio().string() + ": not a file");
}

REDBOOK_TEST(test_audio_that_was_cut_off_is_told) {
  Saving saving;
  std::filesystem::resize_file(saving.audio(), 1000);

  const auto error = saving.refusal();

  assert_text(error.what(), damaged);
  assert_text(error.detail(),
              saving.audio().string() + ": 1000 bytes of audio, 3528000 promised");
}

REDBOOK_TEST(test_flipped_bit_in_each_record_is_told) {
  Saving saving;
  const auto bytes = contents(saving.journal());
  const auto records = saving.records();

  for (std::size_t i = 0; i + 1 < records.size(); ++i) {
    write_file(saving.journal(), with_flipped_bit(bytes, records[i + 1] - 2));
    const auto error = saving.refusal();
    assert_text(error.what(), damaged);
    ck_assert(error.detail().starts_with(saving.journal().string() + ": record " +
                                         std::to_string(i) + ": payload wrong at byte " +
                                         std::to_string(records[i])));
  }
}

REDBOOK_TEST(test_newer_version_is_refused_and_left_alone) {
  Saving saving;
  auto header = journal_header().substr(0, 8) + std::string{"\2\0\0\0", 4};
  const auto crc = crc_of(header);
  for (unsigned i = 0; i < 4; ++i) header += static_cast<char>(crc >> (8 * i));
  const auto newer = header + contents(saving.journal()).substr(journal_header_bytes);
  write_file(saving.journal(), newer);

  const auto error = saving.refusal();

  assert_text(error.what(),
              "The stash was made by a newer redbooksink: it was left as it is.");
  ck_assert(contents(saving.journal()) == newer);
}

REDBOOK_TEST(test_other_files_are_no_journal) {
  Saving saving;

  for (const auto *text :
       {"Dear diary, today I burned a disc.", "{\"tracks\":[]}      "}) {
    write_file(saving.journal(), text);
    assert_text(saving.refusal().what(), "The journal of the stash is not one.");
  }
}
