// The kernel's list of drives, as Linux 5.10 and 6.1 print it.
#include "drive/system_drives.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_recorder_and_reader_are_told_apart) {
  const auto *const info =
      "CD-ROM information, Id: cdrom.c 3.20 2003/12/17\n"
      "\n"
      "drive name:\t\tsr1\tsr0\n"
      "drive speed:\t\t48\t40\n"
      "drive # of slots:\t1\t1\n"
      "Can close tray:\t\t1\t1\n"
      "Can open tray:\t\t1\t1\n"
      "Can read MCN:\t\t1\t1\n"
      "Can play audio:\t\t1\t1\n"
      "Can write CD-R:\t\t1\t0\n"
      "Can write CD-RW:\t1\t0\n"
      "Can read DVD:\t\t1\t1\n"
      "\n\n";

  const auto drives = drives_listed_in(info);

  ck_assert_int_eq(drives.size(), 2);
  ck_assert(drives[0] == (SystemDrive{"/dev/sr0", false, false}));
  ck_assert(drives[1] == (SystemDrive{"/dev/sr1", true, true}));
}

REDBOOK_TEST(test_machine_without_drives_has_none) {
  const auto *const info =
      "CD-ROM information, Id: cdrom.c 3.20 2003/12/17\n"
      "\n"
      "drive name:\t\n"
      "drive speed:\t\n"
      "Can write CD-R:\t\n";

  ck_assert(drives_listed_in(info).empty());
  ck_assert(drives_listed_in("").empty());
}

REDBOOK_TEST(test_drive_without_a_flag_writes_nothing) {
  const auto drives = drives_listed_in("drive name:\t\tsr1\tsr0\nCan write CD-R:\t\t1\n");

  ck_assert_int_eq(drives.size(), 2);
  ck_assert(!drives[0].cd_r);
  ck_assert(drives[1].cd_r);
}
