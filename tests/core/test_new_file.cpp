#include "file/new_file.hpp"
#include "file/temporary_name.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace fs = std::filesystem;

REDBOOK_TEST(test_name_beside_is_hidden_and_not_too_long) {
  const auto a = name_beside("/music/album.cue"), b = name_beside("/music/album.cue");
  const auto longest = name_beside("/music/" + std::string(255, 'x'));

  assert_text(a.parent_path().string(), "/music");
  ck_assert(a.filename().string().starts_with(".album.cue."));
  ck_assert(a != b);
  assert_text(name_beside("album.cue").parent_path().string(), "");
  ck_assert(is_name_beside(a.filename().string(), "album.cue"));
  ck_assert(!is_name_beside(a.filename().string(), "album.bin"));
  ck_assert_uint_le(longest.filename().string().size() + 6, 255);
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
