#include "file/replacement.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace fs = std::filesystem;

REDBOOK_TEST(test_kept_file_takes_the_place_of_the_older_one) {
  TempDir folder;
  write_file(folder / "file", "older");

  {
    Replacement replacement{folder / "file"};
    write_new_file(replacement.temporary_name(), "newer");
    replacement.swap_in();
    replacement.keep();
  }

  assert_text(contents(folder / "file"), "newer");
  assert_text(folder.names(), "file ");
}

REDBOOK_TEST(test_kept_file_takes_a_free_name) {
  TempDir folder;

  {
    Replacement replacement{folder / "file"};
    write_new_file(replacement.temporary_name(), "newer");
    replacement.swap_in();
    replacement.keep();
  }

  assert_text(contents(folder / "file"), "newer");
  assert_text(folder.names(), "file ");
}

REDBOOK_TEST(test_room_of_the_older_file_is_held_until_it_is_closed) {
  TempDir folder;
  write_file(folder / "file", "older");
  std::optional<Replacement> replacement{folder / "file"};
  write_new_file(replacement->temporary_name(), "newer one");
  replacement->swap_in();

  const auto older = replacement->keep();
  replacement.reset();

  struct stat status {};
  ck_assert_int_eq(::fstat(older.get(), &status), 0);
  ck_assert_uint_eq(status.st_nlink, 0);
  ck_assert_int_eq(status.st_size, 5);
  assert_text(folder.names(), "file ");
}

REDBOOK_TEST(test_free_name_has_no_older_file) {
  TempDir folder;
  Replacement replacement{folder / "file"};
  write_new_file(replacement.temporary_name(), "newer");
  replacement.swap_in();

  ck_assert(!replacement.keep());
}

REDBOOK_TEST(test_older_file_comes_back_unless_the_newer_is_kept) {
  TempDir folder;
  write_file(folder / "file", "older");

  {
    Replacement replacement{folder / "file"};
    write_new_file(replacement.temporary_name(), "newer");
    replacement.swap_in();
    assert_text(contents(folder / "file"), "newer");
  }

  assert_text(contents(folder / "file"), "older");
  assert_text(folder.names(), "file ");
}

REDBOOK_TEST(test_new_name_goes_again_unless_kept) {
  TempDir folder;

  {
    Replacement replacement{folder / "file"};
    write_new_file(replacement.temporary_name(), "newer");
    replacement.swap_in();
  }

  assert_text(folder.names(), "");
}

REDBOOK_TEST(test_file_that_was_never_swapped_in_goes) {
  TempDir folder;
  write_file(folder / "file", "older");

  {
    const Replacement unfinished{folder / "file"};
    write_new_file(unfinished.temporary_name(), "half");
    const Replacement unbegun{folder / "file"};
  }

  assert_text(contents(folder / "file"), "older");
  assert_text(folder.names(), "file ");
}

REDBOOK_TEST(test_folder_is_never_replaced) {
  TempDir folder;
  fs::create_directory(folder / "music");
  write_file(folder / "music/song", "dear");

  {
    Replacement replacement{folder / "music"};
    write_new_file(replacement.temporary_name(), "newer");
    try {
      replacement.swap_in();
      replacement.keep();
    } catch (const Error &) {
    }
  }

  assert_text(folder.names(), "music ");
  assert_text(contents(folder / "music/song"), "dear");
}

REDBOOK_TEST(test_swapping_in_nothing_is_refused) {
  TempDir folder;
  write_file(folder / "file", "older");
  Replacement replacement{folder / "file"};

  const auto error = error_of([&] { replacement.swap_in(); });

  ck_assert(error.fault() == Fault::image);
  assert_text(error.detail(), (folder / "file").string() + ": No such file or directory");
  assert_text(contents(folder / "file"), "older");
}

REDBOOK_TEST(test_temporary_name_is_hidden_beside_the_target_and_not_too_long) {
  const Replacement a{"/music/album.cue"}, b{"/music/album.cue"}, bare{"album.cue"};
  const Replacement longest{"/music/" + std::string(255, 'x')};

  assert_text(a.temporary_name().parent_path().string(), "/music");
  ck_assert(a.temporary_name().filename().string().starts_with(".album.cue."));
  ck_assert(a.temporary_name() != b.temporary_name());
  assert_text(bare.temporary_name().parent_path().string(), "");
  ck_assert_uint_le(longest.temporary_name().filename().string().size(), 255);
}

REDBOOK_TEST(test_new_file_is_refused_where_one_is) {
  TempDir folder;
  write_file(folder / "file", "older");

  const auto error = error_of([&] { write_new_file(folder / "file", "newer"); });

  ck_assert(error.fault() == Fault::image);
  assert_result(error.result(), file_access);
  assert_text(contents(folder / "file"), "older");
}

REDBOOK_TEST(test_new_file_does_not_follow_a_link) {
  TempDir folder;
  fs::create_symlink(folder / "elsewhere", folder / "file");

  error_of([&] { write_new_file(folder / "file", "newer"); });

  assert_text(folder.names(), "file ");
}

REDBOOK_TEST(test_new_file_on_a_full_disk_is_told_as_such) {
  TempDir folder;

  const auto error = error_when_files_end_at(
      10, [&] { write_new_file(folder / "file", std::string(100, 'x')); });

  ck_assert(error.fault() == Fault::image);
  assert_result(error.result(), not_enough_disk_for_stash);
}
