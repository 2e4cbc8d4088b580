#include <cerrno>

#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

Error error_of_number(int number) {
  errno = number;
  return Error::of_errno(Fault::image, "It failed.", "/some/file");
}

}  // namespace

REDBOOK_TEST(test_full_disk_is_told_as_one) {
  for (const int number : {ENOSPC, EDQUOT, EFBIG}) {
    const auto error = error_of_number(number);

    assert_result(error.result(), not_enough_disk_for_stash);
    assert_text(error.what(),
                "There is no space left on the disk for the audio: free some, or choose "
                "another folder.");
    ck_assert(error.detail().starts_with("/some/file: "));
  }
}

REDBOOK_TEST(test_other_refusals_keep_their_sentence) {
  for (const int number : {EACCES, EROFS, ENOENT, EIO, EEXIST, EISDIR}) {
    const auto error = error_of_number(number);

    assert_result(error.result(), file_access);
    assert_text(error.what(), "It failed.");
  }
}

REDBOOK_TEST(test_detail_has_the_path_and_the_reason) {
  assert_text(error_of_number(ENOENT).detail(), "/some/file: No such file or directory");
  assert_text(error_of_number(ENOSPC).detail(), "/some/file: No space left on device");
}

REDBOOK_TEST(test_error_says_whose_turn_it_is) {
  const Error error{Fault::settings, Result::invalid_argument, "Wrong.", "detail"};

  ck_assert(error.fault() == Fault::settings);
  ck_assert(error_of_number(EIO).fault() == Fault::image);
  ck_assert(error_of_number(ENOSPC).fault() == Fault::image);
  assert_text(error.what(), "Wrong.");
  assert_text(error.detail(), "detail");
}

REDBOOK_TEST(test_results_have_the_names_and_codes_of_imapi) {
  std::string table;

  for (int value = 0; value <= static_cast<int>(Result::verification_failed); ++value) {
    char code[16];
    std::snprintf(code, sizeof code, " %08x\n", code_of(static_cast<Result>(value)));
    table += name_of(static_cast<Result>(value)) + std::string{code};
  }

  assert_text(table, R"(ok 00000000
not-opened 8004020b
track-open 8004021b
track-not-open 8004021a
track-limit c0aa0508
track-not-big-enough 8004022d
disc-full 8004021c
invalid-image 8004021e
invalid-argument 80070057
busy c0aa0500
not-in-progress c0aa0501
user-abort 8004020d
file-access 80040218
not-enough-disk-for-stash 8004022a
generic 8004020e
medium-not-present 8004020f
medium-invalid-type 80040210
medium-not-blank c0aa0506
medium-not-erasable 80aa0904
cannot-write-to-medium 8004022c
device-not-accessible 80040212
device-not-present 80040213
device-invalid-type 80040214
device-still-in-use 80040226
initialize-write 80040215
initialize-end-write 80040216
disc-info 80040219
loss-of-streaming 80040227
command-timeout c0aa020d
erase-failed 80aa0905
verification-failed c0aa0007
)");
}
