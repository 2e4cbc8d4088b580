#include "stash/stash.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_stash_has_no_name_before_it_is_published) {
  TempDir folder;

  const auto stash = stash_with(folder, counting_audio(5000));

  assert_text(folder.names(), "");
}

REDBOOK_TEST(test_published_file_has_the_name_the_bytes_and_the_mode) {
  TempDir folder;
  const auto stash = stash_with(folder, counting_audio(5000));

  stash->publish_as(folder / "audio", 0640);

  assert_text(folder.names(), "audio ");
  ck_assert_uint_eq(mode_of(folder / "audio"), 0640);
  ck_assert(
      contents(folder / "audio") ==
      std::string(reinterpret_cast<const char *>(counting_audio(5000).data()), 5000));
}

REDBOOK_TEST(test_publishing_copies_nothing) {
  TempDir folder;
  const auto stash = stash_with(folder, silence(10));

  stash->publish_as(folder / "audio", 0600);

  struct stat named {
  }, unnamed{};
  ::stat((folder / "audio").c_str(), &named);
  ::fstat(stash->fd(), &unnamed);
  ck_assert_uint_eq(named.st_ino, unnamed.st_ino);
}

REDBOOK_TEST(test_published_file_outlives_the_stash) {
  TempDir folder;

  stash_with(folder, silence(10))->publish_as(folder / "audio", 0600);

  assert_text(folder.names(), "audio ");
}

REDBOOK_TEST(test_taken_name_is_refused) {
  TempDir folder;
  write_file(folder / "audio", "older");
  const auto stash = stash_with(folder, silence(10));

  const auto error = error_of([&] { stash->publish_as(folder / "audio", 0600); });

  ck_assert(error.fault() == Fault::stash);
  assert_result(error.result(), file_access);
  assert_text(contents(folder / "audio"), "older");
}

REDBOOK_TEST(test_file_that_lost_its_name_is_published_again) {
  TempDir folder;
  const auto stash = stash_with(folder, counting_audio(5000));
  stash->publish_as(folder / "first", 0600);
  std::filesystem::remove(folder / "first");

  stash->publish_as(folder / "second", 0600);

  assert_text(folder.names(), "second ");
  ck_assert_uint_eq(contents(folder / "second").size(), 5000);
}

REDBOOK_TEST(test_missing_folder_is_told_with_its_reason) {
  TempDir folder;
  const auto missing = folder / "missing";

  const auto error = error_of([&] { Stash{missing}; });

  ck_assert(error.fault() == Fault::stash);
  assert_result(error.result(), file_access);
  assert_text(error.what(), "The folder for the audio cannot be written to.");
  assert_text(error.detail(), missing.string() + ": No such file or directory");
}

REDBOOK_TEST(test_file_is_no_folder) {
  TempDir folder;
  write_file(folder / "file", "");

  const auto error = error_of([&] { Stash{folder / "file"}; });

  assert_text(error.detail(), (folder / "file").string() + ": Not a directory");
}

REDBOOK_TEST(test_stash_without_a_folder_is_in_the_current_one) {
  TempDir folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());

  Stash stash{""};
  stash.publish_as(folder / "audio", 0600);
  std::filesystem::current_path(before);

  assert_text(folder.names(), "audio ");
}

REDBOOK_TEST(test_bytes_go_where_they_are_told) {
  TempDir folder;
  Stash stash{folder.path()};

  stash.write(1000, counting_audio(1000, 250));
  stash.write(0, counting_audio(1000));
  stash.write(500, {});

  ck_assert(staged(stash) == counting_audio(2000));
}

REDBOOK_TEST(test_stash_is_lengthened_with_silence_and_cut_off) {
  TempDir folder;
  const auto stash = stash_with(folder, counting_audio(1000));

  stash->resize(400);
  stash->resize(800);

  auto wanted = counting_audio(400);
  wanted.resize(800);
  ck_assert(staged(*stash) == wanted);
}

REDBOOK_TEST(test_full_disk_keeps_what_was_written) {
  TempDir folder;
  const auto stash = stash_with(folder, counting_audio(1000));

  const auto error = error_when_files_end_at(
      1500, [&] { stash->write(1000, counting_audio(1000, 250)); });

  ck_assert(error.fault() == Fault::stash);
  assert_result(error.result(), not_enough_disk_for_stash);
  ck_assert(error.detail().starts_with(folder.path().string() + ": "));
  auto left = staged(*stash);
  left.resize(1000);
  ck_assert(left == counting_audio(1000));
  stash->write(1000, counting_audio(1000, 250));
  ck_assert(staged(*stash) == counting_audio(2000));
}

REDBOOK_TEST(test_audio_can_be_pushed_to_the_disk) {
  TempDir folder;
  const auto stash = stash_with(folder, silence(1 << 20));

  stash->push_to_disk(0, 1 << 20);
  stash->push_to_disk(1 << 20, 1 << 20);
  stash->sync();

  ck_assert_int_eq(file_size(*stash), 1 << 20);
}
