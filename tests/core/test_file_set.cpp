#include <sys/stat.h>

#include "file/file_set.hpp"
#include "file/new_file.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

constexpr auto names_of_a_set = "album.bin album.cue ";

/// A folder with a set of two files.
struct Folder : TempDir {
  fs::path sheet = *this / "album.cue";
  fs::path bin = *this / "album.bin";

  void leave_older() const {
    write_file(sheet, "older sheet");
    write_file(bin, "older audio");
  }
  /// Changes both files, and returns the older ones.
  std::vector<FileDescriptor> change() const {
    FileSet set{sheet};
    write_new_file(set.add(sheet), "newer sheet");
    write_new_file(set.add(bin), "newer audio");
    return set.commit();
  }
  /// What a process that died leaves, without the files themselves.
  void leave_record(const std::string &last_entry) const {
    write_file(*this / ".album.cue.changes",
               "redbooksink changes 1\n"
               ".album.cue.sheetsht/album.cue\0"
               ".album.bin.audioaud/album.bin\0"s +
                   last_entry);
  }
  fs::path fresh_sheet() const { return *this / ".album.cue.sheetsht"; }
  fs::path fresh_bin() const { return *this / ".album.bin.audioaud"; }
  fs::path older_sheet() const { return *this / ".album.cue.sheetsht.older"; }
  fs::path older_bin() const { return *this / ".album.bin.audioaud.older"; }

  std::string all() const {
    std::string text;
    for (const auto &name : {sheet, bin})
      if (fs::exists(name)) text += contents(name) + ", ";
    return text;
  }
};

}  // namespace

REDBOOK_TEST(test_set_takes_free_names) {
  const Folder folder;

  const auto older = folder.change();

  assert_text(folder.all(), "newer sheet, newer audio, ");
  assert_text(folder.names(), names_of_a_set);
  for (const auto &file : older) ck_assert(!file);
}

REDBOOK_TEST(test_set_takes_the_place_of_an_older_one) {
  const Folder folder;
  folder.leave_older();

  folder.change();

  assert_text(folder.all(), "newer sheet, newer audio, ");
  assert_text(folder.names(), names_of_a_set);
}

REDBOOK_TEST(test_room_of_older_files_is_held_until_they_are_closed) {
  const Folder folder;
  folder.leave_older();

  const auto older = folder.change();

  ck_assert_uint_eq(older.size(), 2);
  for (const auto &file : older) {
    struct stat status {};
    ck_assert_int_eq(::fstat(file.get(), &status), 0);
    ck_assert_uint_eq(status.st_nlink, 0);
    ck_assert_int_eq(status.st_size, 11);
  }
}

REDBOOK_TEST(test_set_that_is_not_committed_leaves_nothing) {
  const Folder folder;
  folder.leave_older();

  {
    FileSet set{folder.sheet};
    write_new_file(set.add(folder.sheet), "newer sheet");
    const FileSet empty{folder / "other.cue"};
  }

  assert_text(folder.all(), "older sheet, older audio, ");
  assert_text(folder.names(), names_of_a_set);
}

REDBOOK_TEST(test_folder_in_the_way_leaves_all_as_it_was) {
  const Folder folder;
  write_file(folder.sheet, "older sheet");
  fs::create_directory(folder.bin);
  write_file(folder.bin / "song", "dear");

  const auto error = error_of([&] { folder.change(); });

  assert_text(error.what(), "A folder stands where the disc image is to be.");
  assert_text(contents(folder.sheet), "older sheet");
  assert_text(contents(folder.bin / "song"), "dear");
  assert_text(folder.names(), names_of_a_set);
}

REDBOOK_TEST(test_name_that_cannot_be_given_leaves_all_as_it_was) {
  const Folder folder;
  folder.leave_older();
  const auto error = error_of([&] {
    FileSet set{folder.sheet};
    write_new_file(set.add(folder.sheet), "newer sheet");
    write_new_file(set.add(folder.bin), "newer audio");
    write_new_file(set.add(folder / std::string(256, 'x')), "newer packs");
    set.commit();
  });

  assert_text(error.what(), "The disc image could not be given its name.");
  assert_text(folder.all(), "older sheet, older audio, ");
  assert_text(folder.names(), names_of_a_set);
}

REDBOOK_TEST(test_file_that_was_never_made_leaves_all_as_it_was) {
  const Folder folder;
  folder.leave_older();
  const auto error = error_of([&] {
    FileSet set{folder.sheet};
    write_new_file(set.add(folder.sheet), "newer sheet");
    set.add(folder.bin);
    set.commit();
  });

  ck_assert(error.fault() == Fault::image);
  assert_text(folder.all(), "older sheet, older audio, ");
}

REDBOOK_TEST(test_record_says_what_is_going_on) {
  const Folder folder;
  FileSet set{folder.sheet};
  const auto fresh = set.add(folder.bin);

  assert_text(contents(folder / ".album.cue.changes"),
              "redbooksink changes 1\n" + fresh.filename().string() + "/album.bin\0"s);
}

REDBOOK_TEST(test_files_that_were_being_made_are_removed) {
  const Folder folder;
  folder.leave_older();
  folder.leave_record("/chang");
  write_file(folder.fresh_bin(), "half");

  settle_files(folder.sheet);

  assert_text(folder.all(), "older sheet, older audio, ");
  assert_text(folder.names(), names_of_a_set);
}

REDBOOK_TEST(test_change_is_finished_wherever_it_ended) {
  for (int step = 0; step <= 5; ++step) {
    const Folder folder;
    folder.leave_older();
    write_file(folder.fresh_sheet(), "newer sheet");
    write_file(folder.fresh_bin(), "newer audio");
    if (step >= 1) fs::rename(folder.sheet, folder.older_sheet());
    if (step >= 2) fs::rename(folder.bin, folder.older_bin());
    if (step >= 3) fs::rename(folder.fresh_bin(), folder.bin);
    if (step >= 4) fs::rename(folder.fresh_sheet(), folder.sheet);
    if (step >= 5) fs::remove(folder.older_sheet());
    folder.leave_record("/changing\0"s);

    settle_files(folder.sheet);

    assert_text(folder.all(), "newer sheet, newer audio, ");
    assert_text(folder.names(), names_of_a_set);
  }
}

REDBOOK_TEST(test_change_is_taken_back_wherever_that_ended) {
  for (int step = 0; step <= 3; ++step) {
    const Folder folder;
    folder.leave_older();
    write_file(folder.fresh_sheet(), "newer sheet");
    write_file(folder.fresh_bin(), "newer audio");
    fs::rename(folder.sheet, folder.older_sheet());
    fs::rename(folder.bin, folder.older_bin());
    if (step == 0) fs::rename(folder.fresh_bin(), folder.bin);
    if (step >= 2) fs::rename(folder.older_bin(), folder.bin);
    if (step >= 3) fs::rename(folder.older_sheet(), folder.sheet);
    folder.leave_record("/changing\0/undoing\0"s);

    settle_files(folder.sheet);

    assert_text(folder.all(), "older sheet, older audio, ");
    assert_text(folder.names(), names_of_a_set);
  }
}

REDBOOK_TEST(test_record_moves_nothing_that_is_not_its_own) {
  const Folder folder;
  folder.leave_older();
  write_file(folder / "letter", "dear");
  write_file(folder / ".album.cue.changes",
             "redbooksink changes 1\n"
             "letter/album.cue\0../letter/album.cue\0"
             ".album.cue.sheetsht/../../x\0/changing\0"s);

  settle_files(folder.sheet);

  assert_text(contents(folder / "letter"), "dear");
  assert_text(folder.all(), "older sheet, older audio, ");
}

REDBOOK_TEST(test_record_of_somebody_else_is_refused) {
  const Folder folder;
  folder.leave_older();
  folder.leave_record("/changing\0"s);
  fs::create_hard_link(folder / ".album.cue.changes", folder / "other name");

  const auto error = error_of([&] { settle_files(folder.sheet); });

  assert_text(
      error.what(),
      "Another user has begun to change these files: finish that first, or choose "
      "another folder.");
  assert_text(folder.all(), "older sheet, older audio, ");
}

REDBOOK_TEST(test_next_set_settles_what_a_dead_process_left) {
  const Folder folder;
  folder.leave_record("");
  write_file(folder.fresh_bin(), "half");

  folder.change();

  assert_text(folder.all(), "newer sheet, newer audio, ");
  assert_text(folder.names(), names_of_a_set);
}

REDBOOK_TEST(test_files_without_a_record_are_left_alone) {
  const Folder folder;
  folder.leave_older();

  settle_files(folder.sheet);
  settle_files(folder / "none.cue");

  assert_text(folder.names(), names_of_a_set);
}

// A folder that came in between has the name of the sheet.
REDBOOK_TEST(test_change_that_cannot_be_finished_stays_for_the_next_process) {
  const Folder folder;
  write_file(folder.fresh_bin(), "newer audio");
  fs::create_directory(folder.bin);
  folder.leave_record("/changing\0"s);

  const auto error = error_of([&] { settle_files(folder.sheet); });

  assert_text(error.what(), "The disc image could not be given its name.");
  assert_text(contents(folder.fresh_bin()), "newer audio");
  fs::remove(folder.bin);
  settle_files(folder.sheet);
  assert_text(folder.all(), "newer audio, ");
}

REDBOOK_TEST(test_what_cannot_be_put_back_is_not_removed) {
  const Folder folder;
  write_file(folder.older_bin(), "older audio");
  write_file(folder.fresh_bin(), "newer audio");
  fs::create_directory(folder.bin);
  folder.leave_record("/changing\0/undoing\0"s);

  const auto error = error_of([&] { settle_files(folder.sheet); });

  ck_assert(error.fault() == Fault::image);
  assert_text(contents(folder.older_bin()), "older audio");
  ck_assert(fs::exists(folder / ".album.cue.changes"));
}
