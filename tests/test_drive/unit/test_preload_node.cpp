// What programs see of a pretend device's node. Runs with the library preloaded, and is
// built once for each sanitizer.

#include <glob.h>
#include <linux/cdrom.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <cstring>

#include "test_drive/unit/seen_drives.hpp"

using namespace redbook::drive;

namespace {

bool is_device(const struct stat &seen, unsigned minor_number) {
  return S_ISBLK(seen.st_mode) && major(seen.st_rdev) == 11 &&
         minor(seen.st_rdev) == minor_number;
}

}  // namespace

REDBOOK_TEST(test_node_looks_like_a_device) {
  const Drives drives;
  const Opened opened;
  struct stat by_path {};
  struct stat by_link {};
  struct stat by_folder {};
  struct stat by_descriptor {};

  ck_assert_int_eq(::stat("/dev/sr1", &by_path), 0);
  ck_assert_int_eq(::lstat("/dev/sr1", &by_link), 0);
  ck_assert_int_eq(::fstatat(AT_FDCWD, "/dev/sr1", &by_folder, 0), 0);
  ck_assert_int_eq(::fstat(opened.fd(), &by_descriptor), 0);

  ck_assert(is_device(by_path, 1) && is_device(by_link, 1) && is_device(by_folder, 1));
  ck_assert(is_device(by_descriptor, 0));
  ck_assert(std::filesystem::is_block_file("/dev/sr0"));
  ck_assert_int_eq(::access("/dev/sr0", R_OK | W_OK), 0);
  ck_assert_int_eq(::access("/dev/sr2", F_OK), -1);
}

REDBOOK_TEST(test_node_has_a_path_of_its_own) {
  const Drives drives;
  char *const path = ::realpath("/dev/sr0", nullptr);
  char target[64];

  assert_text(path, "/dev/sr0");
  ck_assert_int_eq(::readlink("/dev/sr0", target, sizeof target), -1);
  ck_assert_int_eq(errno, EINVAL);

  ::free(path);
}

REDBOOK_TEST(test_other_files_are_left_alone) {
  const Drives drives;
  const TempDir dir;
  std::ofstream{dir / "empty"};
  struct stat seen {};

  const Opened empty{(dir / "empty").c_str(), O_RDONLY};

  ck_assert_int_eq(::fstat(empty.fd(), &seen), 0);
  ck_assert(S_ISREG(seen.st_mode));
  ck_assert_int_eq(::ioctl(empty.fd(), CDROM_DRIVE_STATUS, 0), -1);
  ck_assert_int_eq(errno, ENOTTY);
}

REDBOOK_TEST(test_glob_finds_the_nodes) {
  const Drives drives;
  glob_t found{};

  ck_assert_int_eq(::glob("/dev/sr*", 0, nullptr, &found), 0);

  ck_assert_uint_eq(found.gl_pathc, 2);
  assert_text(found.gl_pathv[0], "/dev/sr0");
  assert_text(found.gl_pathv[1], "/dev/sr1");
  ::globfree(&found);
}

REDBOOK_TEST(test_kernel_lists_the_drives) {
  const Drives drives;
  std::string line;
  FILE *const file = ::fopen("/proc/sys/dev/cdrom/info", "r");
  ck_assert_ptr_nonnull(file);
  char buffer[256];

  while (std::fgets(buffer, sizeof buffer, file))
    if (std::strncmp(buffer, "drive name:", 11) == 0) line = buffer;

  assert_text(line, "drive name:\t\tsr1\tsr0\n");
  std::fclose(file);
}

REDBOOK_TEST(test_exclusive_use_excludes) {
  const Drives drives;
  Opened first{"/dev/sr0", for_itself};

  const int other_process = in_child([] {
    return Opened{"/dev/sr0", for_itself}.error();
  });
  const Opened same_process{"/dev/sr0", for_itself};
  const Opened unassuming;
  const Opened other_drive{"/dev/sr1", for_itself};
  first.close();
  const Opened afterwards{"/dev/sr0", for_itself};

  ck_assert_int_eq(other_process, EBUSY);
  ck_assert_int_eq(same_process.error(), EBUSY);
  ck_assert_int_eq(unassuming.error(), 0);
  ck_assert_int_eq(other_drive.error(), 0);
  ck_assert_int_eq(afterwards.error(), 0);
}

REDBOOK_TEST(test_copies_of_a_descriptor_hold_the_drive) {
  const Drives drives;
  Opened first{"/dev/sr0", for_itself};
  const int copy = ::dup(first.fd());
  first.close();

  const Opened second{"/dev/sr0", for_itself};
  const auto answer = send(copy, inquiry_command, 36);
  ::close(copy);
  const Opened third{"/dev/sr0", for_itself};

  ck_assert_int_eq(second.error(), EBUSY);
  ck_assert_int_eq(answer.outcome, 0);
  ck_assert_int_eq(third.error(), 0);
}

REDBOOK_TEST(test_record_locks_work_between_processes) {
  const Drives drives;
  const Opened opened;
  struct flock lock {};
  lock.l_type = F_WRLCK;
  ck_assert_int_eq(::fcntl(opened.fd(), F_SETLK, &lock), 0);

  const int refused = in_child([&] {
    const Opened another;
    auto wanted = lock;
    return ::fcntl(another.fd(), F_SETLK, &wanted) == -1 ? errno : 0;
  });

  ck_assert_int_eq(refused, EAGAIN);
}

REDBOOK_TEST(test_empty_drive_opens_only_without_blocking) {
  const Drives drives;

  ck_assert_int_eq((Opened{"/dev/sr1", O_RDONLY}.error()), ENOMEDIUM);
  ck_assert_int_eq((Opened{"/dev/sr1", O_RDONLY | O_NONBLOCK}.error()), 0);
  ck_assert_int_eq((Opened{"/dev/sr0", O_RDONLY}.error()), 0);
}
