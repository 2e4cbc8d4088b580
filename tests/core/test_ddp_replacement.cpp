// A DDP set in the place of what was there.
#include "ddp_fixture.hpp"
#include "file/folder_replacement.hpp"
#include "file/new_file.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

namespace fs = std::filesystem;

void assert_refused(const Mastering &mastering) {
  const auto error = mastering.refusal();
  assert_text(error.what(),
              "Something that is no DDP set stands where the set is to be.");
  assert_text(error.detail(), mastering.set().string());
  ck_assert(error.fault() == Fault::settings);
}

}  // namespace

REDBOOK_TEST(test_older_set_is_replaced_whole) {
  Mastering mastering;
  mastering.leave_older_set();
  mastering.disc.cdtext.clear();

  mastering.write();

  assert_text(mastering.folder.names(), "album.ddp ");
  assert_text(names_in(mastering.set()),
              "CHECKSUM.MD5 CHECKSUM.TXT DDPID DDPMS IMAGE.DAT SD ");
  assert_text(contents(mastering.set() / "DDPID"), ddp_id(mastering.disc));
}

REDBOOK_TEST(test_empty_folder_becomes_a_set) {
  Mastering mastering;
  fs::create_directory(mastering.set());

  mastering.write();

  assert_text(names_in(mastering.set()), whole_set);
}

REDBOOK_TEST(test_set_can_be_written_over_itself) {
  Mastering mastering;
  mastering.write();
  mastering.disc.texts.title = "Other";

  mastering.write();

  assert_text(mastering.folder.names(), "album.ddp ");
  assert_text(checked_by_md5(mastering.set()), "DDPID DDPMS CDTEXT.BIN SD IMAGE.DAT ");
}

REDBOOK_TEST(test_second_set_goes_beside_the_first) {
  Mastering mastering;
  mastering.write();

  mastering.write_to(mastering.folder / "copy.ddp");

  assert_text(mastering.folder.names(), "album.ddp copy.ddp ");
  assert_text(checked_by_md5(mastering.folder / "copy.ddp"),
              "DDPID DDPMS CDTEXT.BIN SD IMAGE.DAT ");
}

REDBOOK_TEST(test_folder_with_anything_else_is_left_alone) {
  for (const auto *name : {"cover.png", ".hidden", "ddpid", "DDPID.txt"}) {
    Mastering mastering;
    mastering.leave_older_set();
    write_file(mastering.set() / name, "precious");
    const auto before = names_in(mastering.set());

    assert_refused(mastering);

    assert_text(mastering.folder.names(), "album.ddp ");
    assert_text(names_in(mastering.set()), before);
    assert_text(contents(mastering.set() / name), "precious");
    assert_text(contents(mastering.set() / "IMAGE.DAT"), "older");
  }
}

REDBOOK_TEST(test_folder_named_as_a_file_of_a_set_is_left_alone) {
  Mastering mastering;
  fs::create_directories(mastering.set() / "SD");
  write_file(mastering.set() / "SD" / "photo", "precious");

  assert_refused(mastering);

  assert_text(contents(mastering.set() / "SD" / "photo"), "precious");
}

REDBOOK_TEST(test_file_in_the_place_of_the_set_is_left_alone) {
  Mastering mastering;
  write_file(mastering.set(), "precious");

  assert_refused(mastering);

  assert_text(mastering.folder.names(), "album.ddp ");
  assert_text(contents(mastering.set()), "precious");
}

REDBOOK_TEST(test_link_in_the_place_of_the_set_is_left_alone) {
  Mastering mastering;
  fs::create_directory(mastering.folder / "elsewhere");
  fs::create_symlink("elsewhere", mastering.set());

  assert_text(mastering.refusal().what(),
              "What has the name of a new file already is a link: only a regular file is "
              "replaced.");

  ck_assert(fs::is_symlink(mastering.set()));
}

REDBOOK_TEST(test_full_disk_leaves_nothing) {
  Mastering mastering;

  const auto error =
      error_when_files_end_at(100, [&] { mastering.write(); });  // DDPID has 128 bytes

  ck_assert(error.fault() == Fault::image);
  assert_result(error.result(), not_enough_disk_for_stash);
  assert_text(mastering.folder.names(), "");
}

REDBOOK_TEST(test_full_disk_leaves_the_older_set) {
  Mastering mastering;
  mastering.leave_older_set();

  error_when_files_end_at(200, [&] { mastering.write(); });  // DDPMS has more

  assert_text(mastering.folder.names(), "album.ddp ");
  assert_text(names_in(mastering.set()), "CDTEXT.BIN DDPID DDPMS IMAGE.DAT SD ");
  assert_text(contents(mastering.set() / "DDPID"), "older");
}

REDBOOK_TEST(test_failed_set_can_be_written_again) {
  Mastering mastering;
  error_when_files_end_at(100, [&] { mastering.write(); });

  mastering.write();

  assert_text(checked_by_md5(mastering.set()), "DDPID DDPMS CDTEXT.BIN SD IMAGE.DAT ");
}

REDBOOK_TEST(test_missing_folder_is_told) {
  Mastering mastering;

  const auto error =
      error_of([&] { mastering.write_to(mastering.folder / "none" / "album.ddp"); });

  ck_assert(error.fault() == Fault::image);
  assert_text(error.what(), "The folder of the disc image cannot be written to.");
  assert_text(mastering.folder.names(), "");
}

// Root may read every folder: there are no file descriptors left.
REDBOOK_TEST(test_folder_that_cannot_be_read_is_left_alone) {
  Mastering mastering;
  mastering.leave_older_set();
  struct rlimit before {};
  ::getrlimit(RLIMIT_NOFILE, &before);
  const struct rlimit none { 0, before.rlim_max };
  ::setrlimit(RLIMIT_NOFILE, &none);

  const auto error = mastering.refusal();

  ::setrlimit(RLIMIT_NOFILE, &before);
  assert_text(error.what(), "The folder of the disc image cannot be read.");
  assert_text(mastering.folder.names(), "album.ddp ");
  assert_text(contents(mastering.set() / "IMAGE.DAT"), "older");
}

REDBOOK_TEST(test_what_came_into_the_older_folder_is_never_deleted) {
  Mastering mastering;
  mastering.leave_older_set();
  FolderReplacement replacement{mastering.set(),
                                [](const fs::path &name) { return name != "photo"; }};
  write_new_file(replacement.temporary_name() / "DDPID", "newer");
  write_file(mastering.set() / "photo", "precious");

  const auto error = error_of([&] { replacement.swap_in(); });

  assert_text(error.what(),
              "Something else was put where the disc image is to be: it was left as it "
              "is.");
  assert_text(names_in(mastering.set()), "CDTEXT.BIN DDPID DDPMS IMAGE.DAT SD photo ");
  assert_text(contents(mastering.set() / "photo"), "precious");
  assert_text(contents(mastering.set() / "DDPID"), "older");
}

REDBOOK_TEST(test_what_came_in_place_of_the_older_folder_is_never_deleted) {
  Mastering mastering;
  FolderReplacement replacement{mastering.set(), [](const fs::path &) { return true; }};
  write_file(mastering.set(), "precious");

  const auto error = error_of([&] { replacement.swap_in(); });

  ck_assert(error.fault() == Fault::image);
  assert_text(contents(mastering.set()), "precious");
}

REDBOOK_TEST(test_rehearsal_leaves_nothing) {
  Mastering mastering;
  FileSums sums;

  rehearse_ddp(mastering.disc, mastering.set(), sums);

  assert_text(mastering.folder.names(), "");
}

REDBOOK_TEST(test_rehearsal_leaves_the_older_set) {
  Mastering mastering;
  mastering.leave_older_set();
  FileSums sums;

  rehearse_ddp(mastering.disc, mastering.set(), sums);

  assert_text(mastering.folder.names(), "album.ddp ");
  assert_text(contents(mastering.set() / "DDPID"), "older");
}

REDBOOK_TEST(test_rehearsal_fails_where_the_set_would) {
  Mastering mastering;
  FileSums sums;
  const auto rehearse = [&](const fs::path &set) {
    rehearse_ddp(mastering.disc, set, sums);
  };

  const auto full = error_when_files_end_at(100, [&] { rehearse(mastering.set()); });
  const auto missing = error_of([&] { rehearse(mastering.folder / "none" / "a.ddp"); });

  assert_result(full.result(), not_enough_disk_for_stash);
  ck_assert(missing.fault() == Fault::image);
  assert_text(mastering.folder.names(), "");
}
